import { useCallback, useDeferredValue, useRef, useState } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { Page } from '../../parts/page';
import { countOf, numberOf } from '../../words/format';
import { useMayCreate } from '../initiative/may-create';
import { Aside } from './aside';
import type { WholeBoard } from './board-query';
import { CardMenu, type OpenMenu } from './card-menu';
import { countsOf } from './chosen';
import { Columns } from './columns';
import { NoneYet, NothingMatches } from './empty';
import { Filters } from './filters';
import { asideCounts } from './lanes';
import { useLooker } from './looker';
import { useMoves } from './moves';
import { Peek } from './peek';
import { InitiativeTable } from './table';
import { Tools } from './tools';
import { useChosen } from './use-chosen';
import { useText } from './use-text';
import { useView } from './view';

const NARROW = '(max-width: 800px)';

/** The board of a portfolio once it is known: filters, columns or table, and what opens over them. */
export const BoardOf = ({ portfolioKey, board }: { portfolioKey: string; board: WholeBoard }) => {
  const { search, view, change, clear } = useView();
  const navigate = useNavigate();
  const looker = useLooker(portfolioKey);
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const [text, setText] = useText(view.q, change);
  const shownText = useDeferredValue(text);
  const [menu, setMenu] = useState<OpenMenu>();
  const [peeked, setPeeked] = useState<string>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const place = useRef<HTMLDivElement>(null);
  const placeOfCards = useCallback(() => place.current, []);
  const field = useRef<HTMLInputElement>(null);
  const { head, cards } = board;

  const { stages, owners, chosen, lanes } = useChosen(board, view, shownText, looker);
  const onMenu = useCallback((key: string, button: HTMLElement) => {
    setMenu({ key, button });
  }, []);
  const closeMenu = useCallback(() => {
    setMenu(undefined);
  }, []);
  const onSelect = useCallback((key: string) => {
    setSelected((before) => {
      const next = new Set(before);
      return next.delete(key) ? next : next.add(key);
    });
  }, []);
  const mayCreate = useMayCreate(head.viewerRoles);
  const create = useCallback(
    () => void navigate({ to: '/p/$portfolioKey/new', params: { portfolioKey } }),
    [navigate, portfolioKey],
  );
  const toFilter = useCallback(() => field.current?.focus(), []);
  const isTable = view.isTable && !isNarrow;
  useMoves(placeOfCards, {
    peek: setPeeked,
    select: isTable ? onSelect : undefined,
    create: mayCreate ? create : undefined,
    toFilter,
  });

  const aside = asideCounts(head);
  const isEmpty = cards.length === 0 && Object.values(aside).every((count) => count === 0);
  const { ready, slow } = countsOf(chosen);
  const waiting = chosen.filter(({ key }) => looker.waiting.has(key)).length;
  const counts = [
    `${numberOf(chosen.length)} of ${countOf(board.totalCount, 'initiative')}`,
    `${numberOf(ready)} ready`,
    `${numberOf(slow)} slow`,
    ...(waiting > 0 ? [`${numberOf(waiting)} waiting for me`] : []),
  ].join(' · ');
  return (
    <Page
      title={head.name}
      under={
        <span role="status">
          {counts}
          {cards.length < board.totalCount && ` · ${numberOf(cards.length)} at hand`}
        </span>
      }
      tools={
        <Tools
          portfolioKey={portfolioKey}
          view={view}
          search={search}
          chosen={chosen}
          change={change}
          clear={clear}
          isNarrow={isNarrow}
          mayCreate={mayCreate}
        />
      }
    >
      {isEmpty ? (
        <NoneYet portfolioKey={portfolioKey} mayCreate={mayCreate} />
      ) : (
        <div ref={place}>
          <Filters
            search={search}
            text={text}
            onText={setText}
            change={change}
            stages={stages}
            owners={owners}
            isNarrow={isNarrow}
            field={field}
          />
          {chosen.length === 0 && (
            <NothingMatches
              onClear={() => {
                setText('');
                clear();
              }}
            />
          )}
          {chosen.length > 0 &&
            (isTable ? (
              <InitiativeTable
                cards={chosen}
                sort={view.sort}
                change={change}
                selected={selected}
                onSelect={onSelect}
                onSelectAll={(keys) => {
                  setSelected(new Set(keys));
                }}
                onMenu={onMenu}
                onPeek={setPeeked}
              />
            ) : (
              <Columns
                lanes={isNarrow ? lanes.filter((lane) => lane.cards.length > 0) : lanes}
                stages={stages}
                menuOf={menu?.key}
                isNarrow={isNarrow}
                onMenu={onMenu}
                onPeek={setPeeked}
                onFold={(status) => {
                  change({ status: view.statuses.filter((other) => other !== status).join() });
                }}
              />
            ))}
          <Aside counts={aside} shown={view.statuses} change={change} />
        </div>
      )}
      <CardMenu of={menu} onClose={closeMenu} onPeek={setPeeked} />
      <Peek
        of={peeked}
        onClose={() => {
          setPeeked(undefined);
        }}
      />
    </Page>
  );
};
