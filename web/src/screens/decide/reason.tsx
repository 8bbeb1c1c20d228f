import { Button, Group, Textarea } from '@mantine/core';
import type { Draft } from './draft';
import { STARTERS } from './outcomes';

/** Why, with ways to begin. */
export const Reason = ({
  draft: { outcome, rationale },
  error,
  onChange,
}: {
  draft: Draft;
  error: string | undefined;
  onChange: (rationale: string) => void;
}) => (
  <div>
    <Textarea
      label="Reason"
      description="Kept in the record for good. Ctrl Enter records."
      required
      autosize
      minRows={3}
      id="decision-reason"
      value={rationale}
      error={error}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value);
      }}
    />
    {outcome !== null && (
      <Group gap={6} mt={6}>
        {STARTERS[outcome].map((starter) => (
          <Button
            key={starter}
            size="compact-xs"
            variant="default"
            onClick={() => {
              onChange(`${rationale}${starter}`);
              document.getElementById('decision-reason')?.focus();
            }}
          >
            {`${starter.trim()} …`}
          </Button>
        ))}
      </Group>
    )}
  </div>
);
