import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import { graphql } from '../../api/generated';
import type { InboxLineFragment } from '../../api/generated/graphql';
import { useCommand } from '../../api/queries';
import { Mark } from '../../parts/mark';
import { Refusals } from '../../parts/refusals';
import rows from '../../parts/rows.module.css';
import { useKeys } from '../../shell/keys';
import { dayOf, daysOf } from '../../words/format';
import { INBOX_KIND } from './words';

const READ = graphql(`
  mutation ReadMentions($ids: [ID!]!) {
    mentionsRead(ids: $ids) {
      read
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** The things that wait, what is due first first. j and k move, Enter goes to where the thing is settled. */
export const Waiting = ({ items }: { items: readonly InboxLineFragment[] }) => {
  const router = useRouter();
  const [at, setAt] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  const read = useCommand(READ);
  const keys = useMemo(() => {
    const move = (by: number) => () => {
      setAt((before) => Math.min(Math.max(before + by, 0), items.length - 1));
    };
    return { j: move(1), k: move(-1), ArrowDown: move(1), ArrowUp: move(-1) };
  }, [items.length]);
  useKeys(keys);
  // The focus goes along, so that Enter opens and a screen reader tells the line.
  useEffect(() => {
    list.current?.querySelectorAll<HTMLAnchorElement>('a[data-open]')[at]?.focus();
  }, [at]);
  const mentions = items.filter(({ kind }) => kind === 'ANSWER_MENTION').map(({ subjectId }) => subjectId);
  if (items.length === 0) {
    return (
      <div className="card">
        <p className={rows.empty}>
          Nothing waits for you. Votes, decisions, evidence, conditions and mentions come here as soon as they are yours
          to settle.
        </p>
      </div>
    );
  }
  const go = (event: MouseEvent, link: string): void => {
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      router.history.push(link);
    }
  };
  return (
    <>
      <Refusals of={read.data?.mentionsRead.userErrors ?? []} />
      {mentions.length > 1 && (
        <Button
          size="xs"
          variant="default"
          mb="sm"
          loading={read.isPending}
          onClick={() => read.mutate({ ids: mentions })}
        >
          Mark all {mentions.length} mentions as read
        </Button>
      )}
      <div className="card">
        <ul className={rows.rows} ref={list}>
          {items.map((item, index) => (
            <li key={item.id} className={rows.row} data-at={index === at ? '' : undefined}>
              <div className={rows.main}>
                <a
                  href={item.link}
                  data-open
                  onClick={(event) => {
                    go(event, item.link);
                  }}
                  onFocus={() => {
                    setAt(index);
                  }}
                >
                  {INBOX_KIND[item.kind]}
                </a>
                {' · '}
                <strong>
                  {item.initiative.key} {item.initiative.name}
                </strong>
                <div>{item.reason}</div>
                <div className="quiet">
                  {item.initiative.portfolio.name} · waits{' '}
                  {item.ageDays === 0 ? 'since today' : `for ${daysOf(item.ageDays)}`}
                </div>
              </div>
              <div className={rows.side}>
                <Due of={item} />
                {item.kind === 'ANSWER_MENTION' && (
                  <Button
                    size="xs"
                    variant="default"
                    loading={read.isPending}
                    onClick={() => read.mutate({ ids: [item.subjectId] })}
                  >
                    Mark as read
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
};

const Due = ({ of: { dueOn, isOverdue } }: { of: InboxLineFragment }) =>
  dueOn === null ? (
    <span className="quiet">No due date</span>
  ) : isOverdue ? (
    <Mark of={{ word: `Overdue since ${dayOf(dueOn)}`, glyph: '!', tone: 'bad' }} />
  ) : (
    <span>Due {dayOf(dueOn)}</span>
  );
