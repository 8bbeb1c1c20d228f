import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import classes from './board.module.css';
import { Column } from './column';
import type { Lane } from './lanes';
import { onCardKey } from './moves';

interface Props {
  readonly lanes: readonly Lane[];
  readonly stages: readonly { key: string; name: string }[];
  readonly menuOf: string | undefined;
  readonly isNarrow: boolean;
  readonly onMenu: (key: string, button: HTMLElement) => void;
  readonly onPeek: (key: string) => void;
  readonly onFold: (id: string) => void;
}

const ON_DESK = 30;
const ON_PHONE = 8;

const textOf = (data: Record<string, unknown>, name: string): string => {
  const value = data[name];
  return typeof value === 'string' ? value : '';
};

/** The columns, and what a drop on them does: it opens the decision at the next stage's gate, and never changes anything. */
export const Columns = ({ lanes, stages, menuOf, isNarrow, onMenu, onPeek, onFold }: Props) => {
  const navigate = useNavigate();
  const [dragged, setDragged] = useState<string>();
  const [stops, setStops] = useState<Readonly<Record<string, string>>>({});
  const nextOf = (stageKey: string) => stages[stages.findIndex(({ key }) => key === stageKey) + 1];
  useEffect(
    () =>
      monitorForElements({
        onDragStart: ({ source }) => {
          setDragged(textOf(source.data, 'stageKey'));
        },
        onDrop: ({ source, location }) => {
          setDragged(undefined);
          const [target] = location.current.dropTargets;
          const from = textOf(source.data, 'stageKey');
          const initiativeKey = textOf(source.data, 'key');
          if (!target || target.data['laneId'] === from) {
            return;
          }
          const next = stages[stages.findIndex(({ key }) => key === from) + 1];
          if (next && target.data['stageKey'] === next.key) {
            void navigate({
              to: '/i/$initiativeKey/decide',
              params: { initiativeKey },
              search: { outcome: 'GO' },
            });
            return;
          }
          notifications.show({
            title: `${initiativeKey} stays where it is`,
            message: next
              ? `From here a gate leads to ${next.name} only. To hold it, send it back or stop it, record a decision.`
              : 'It is at the last stage. To hold it, send it back or stop it, record a decision.',
          });
        },
      }),
    [navigate, stages],
  );
  const next = dragged === undefined ? undefined : nextOf(dragged)?.key;
  const dropOf = (lane: Lane) =>
    dragged === undefined || lane.stageKey === dragged ? undefined : lane.stageKey === next ? 'next' : 'other';
  const year = new Date().getUTCFullYear();
  return (
    <div
      className={classes.columns}
      onFocus={({ target }) => {
        const key = target.closest<HTMLElement>('[data-card]')?.dataset['card'];
        const lane = target.closest<HTMLElement>('[data-lane]')?.dataset['lane'];
        if (key !== undefined && lane !== undefined && stops[lane] !== key) {
          setStops({ ...stops, [lane]: key });
        }
      }}
      onKeyDown={(event) => {
        onCardKey(event, onPeek);
      }}
    >
      {lanes.map((lane) => (
        <Column
          key={lane.id}
          lane={lane}
          stop={stops[lane.id]}
          menuOf={menuOf !== undefined && lane.cards.some(({ key }) => key === menuOf) ? menuOf : undefined}
          drop={dropOf(lane)}
          step={isNarrow ? ON_PHONE : ON_DESK}
          year={year}
          onMenu={onMenu}
          onPeek={onPeek}
          onFold={lane.stageKey === undefined ? onFold : undefined}
        />
      ))}
    </div>
  );
};
