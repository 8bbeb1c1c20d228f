import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ClassificationRuleInput } from '../../api/generated/schema';
import { useCommand } from '../../api/queries';
import { Confirm, failuresOf } from '../../parts/confirm';
import { Refusals } from '../../parts/refusals';
import { countOf } from '../../words/format';
import { moved } from '../../words/order';
import { RuleForm } from './rule-form';
import type { RulesPortfolio } from './rules';
import { RulesEffect } from './rules-effect';
import { PREVIEW_RULES, PUBLISH_RULES } from './rules-queries';

interface Props {
  readonly portfolioKey: string;
  readonly portfolio: RulesPortfolio;
  readonly onClose: () => void;
}

/** The next version of the rules: written, looked at for what it would change, and published. */
export const RulesEditor = ({ portfolioKey, portfolio, onClose }: Props) => {
  const [rules, setRules] = useState<readonly ClassificationRuleInput[]>(
    portfolio.classificationRules?.rules ?? [{ name: '' }],
  );
  const [asks, setAsks] = useState(false);
  const preview = useCommand(PREVIEW_RULES);
  const publish = useCommand(PUBLISH_RULES);
  const variables = { portfolioKey, input: { rules: [...rules] } };
  const errors = [
    ...(preview.data?.classificationRulesPreview.userErrors ?? []),
    ...(publish.data?.classificationRulesPublish.userErrors ?? []),
  ];
  const change = (next: readonly ClassificationRuleInput[]): void => {
    preview.reset();
    publish.reset();
    setRules(next);
  };
  const effect = preview.data?.classificationRulesPreview;
  return (
    <Stack>
      <Title order={2} size="h4">
        Rules, next version
      </Title>
      <Text className="quiet">
        The first rule that matches wins. Entries whose category was stated never change; closed periods are left as
        they are.
      </Text>
      {rules.map((rule, index) => (
        <RuleForm
          // The place of a rule is what it is: nothing else tells two unnamed rules apart.
          key={index}
          rule={rule}
          place={index}
          count={rules.length}
          portfolio={portfolio}
          errors={errors.filter(({ field }) => field?.includes(String(index)))}
          onChange={(next) => {
            change(rules.with(index, next));
          }}
          onMove={(by) => {
            change(moved(rules, index, by));
          }}
          onRemove={() => {
            change(rules.filter((_, other) => other !== index));
          }}
        />
      ))}
      <Group>
        <Button
          variant="default"
          onClick={() => {
            change([...rules, { name: '' }]);
          }}
        >
          Add a rule
        </Button>
      </Group>
      <Refusals of={[...errors, ...failuresOf(preview.error ?? publish.error)]} />
      {effect && effect.userErrors.length === 0 && <RulesEffect of={effect} />}
      {!effect && (
        <Alert color="gray" variant="light">
          Look at what the rules change before you publish them.
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          variant="default"
          loading={preview.isPending}
          onClick={() => {
            preview.mutate(variables);
          }}
        >
          Preview
        </Button>
        <Button
          disabled={!effect || effect.userErrors.length > 0}
          onClick={() => {
            setAsks(true);
          }}
        >
          Publish
        </Button>
      </Group>
      {asks && (
        <Confirm
          title="Publish the rules?"
          verb="Publish"
          busy={publish.isPending}
          onClose={() => {
            setAsks(false);
          }}
          onConfirm={() => {
            publish.mutate(variables, {
              onSettled: () => {
                setAsks(false);
              },
              onSuccess: ({ classificationRulesPublish }) => {
                if (classificationRulesPublish.userErrors.length === 0) {
                  onClose();
                }
              },
            });
          }}
        >
          {countOf(effect?.changedEntries ?? 0, 'entry', 'entries')} of open periods get another category, source or
          rule. The rules take the place of all that were in force; a version never changes once it is published.
        </Confirm>
      )}
    </Stack>
  );
};
