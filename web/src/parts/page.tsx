import { Group, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What stands under the title: numbers of the day, as of when. */
  readonly under?: ReactNode;
  /** Filters and buttons on its right. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: its one heading, which is the title of the window too. */
export const Page = ({ title, under, tools, children }: Props) => {
  useEffect(() => {
    document.title = `${title} · Tollgate`;
  }, [title]);
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="md" gap="sm">
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {under !== undefined && <div className="quiet">{under}</div>}
        </div>
        {tools !== undefined && (
          <Group gap="xs" className="no-print">
            {tools}
          </Group>
        )}
      </Group>
      {children}
    </>
  );
};
