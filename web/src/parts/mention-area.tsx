import { Textarea } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { graphql } from '../api/generated';
import { useAnswer } from '../api/queries';
import classes from './mention-area.module.css';
import { begunMention, mentionsOf, withMention, type Mentionable } from './mentions';

const MENTIONABLE = graphql(`
  query Mentionable($initiativeKey: String!) {
    initiativeByKey(key: $initiativeKey) {
      id
      portfolio {
        members {
          user {
            id
            name
            email
          }
        }
      }
    }
  }
`);

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Text in which an @ offers the members of the portfolio: arrows choose, Enter takes one, Escape lets the text be. */
export const MentionArea = ({ label, value, onChange }: Props) => {
  const { initiativeKey = '' } = useParams({ strict: false });
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [cursor, setCursor] = useState(0);
  const [at, setAt] = useState(0);
  const [isLetBe, setLetBe] = useState(false);
  const placed = useRef<number | null>(null);
  const begun = begunMention(value, cursor);
  const answer = useAnswer(MENTIONABLE, { initiativeKey }, begun !== null && initiativeKey !== '');
  const people = answer.data?.initiativeByKey?.portfolio.members.map(({ user }) => user) ?? [];
  const offered = begun === null || isLetBe ? [] : mentionsOf(people, begun);
  const chosen = Math.min(at, offered.length - 1);
  useLayoutEffect(() => {
    // The text comes back from above before the cursor can be put behind the name.
    if (placed.current !== null) {
      field.current?.setSelectionRange(placed.current, placed.current);
      placed.current = null;
    }
  }, [value]);
  const take = (person: Mentionable): void => {
    const next = withMention(value, cursor, person);
    onChange(next.text);
    setCursor(next.cursor);
    placed.current = next.cursor;
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const person = offered[chosen];
    if (person === undefined) {
      return;
    }
    const does: Readonly<Record<string, () => void>> = {
      ArrowDown: () => {
        setAt((chosen + 1) % offered.length);
      },
      ArrowUp: () => {
        setAt((chosen + offered.length - 1) % offered.length);
      },
      Enter: () => {
        take(person);
      },
      Escape: () => {
        setLetBe(true);
      },
    };
    const act = event.ctrlKey || event.metaKey ? undefined : does[event.key];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  };
  return (
    <div>
      <Textarea
        ref={field}
        label={label}
        description="@ calls on a member of the portfolio, by name or e-mail address."
        autosize
        minRows={2}
        value={value}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered.length > 0 ? `${listId}-${String(chosen)}` : undefined}
        onKeyDown={onKeyDown}
        onSelect={({ currentTarget }) => {
          setCursor(currentTarget.selectionStart);
        }}
        onChange={({ currentTarget }) => {
          setLetBe(false);
          setCursor(currentTarget.selectionStart);
          onChange(currentTarget.value);
        }}
      />
      {offered.length > 0 && (
        <ul id={listId} role="listbox" aria-label="Members to call on" className={classes.list}>
          {offered.map((person, index) => (
            <li
              key={person.id}
              id={`${listId}-${String(index)}`}
              role="option"
              aria-selected={index === chosen}
              className={classes.person}
              // Before the field loses the focus to it.
              onMouseDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              {person.name} <span className="quiet">{person.email}</span>
            </li>
          ))}
        </ul>
      )}
      <span role="status" className="aloud">
        {offered.length > 0 ? `${String(offered.length)} members offered: arrows choose, Enter takes one` : ''}
      </span>
    </div>
  );
};
