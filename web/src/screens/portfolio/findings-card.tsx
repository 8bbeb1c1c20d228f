import { Button, NativeSelect, Switch } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PortfolioAttentionQuery } from '../../api/generated/graphql';
import type { FindingCode, FindingLevel } from '../../api/generated/schema';
import { useAnswer, useCommand } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { Mark } from '../../parts/mark';
import { Refusals } from '../../parts/refusals';
import { dayOf, numberOf } from '../../words/format';
import { FINDING_LEVEL, wordsOf } from '../../words/labels';
import { Card } from './card';
import { CODES, LEVELS } from '../../words/finding-codes';
import { attentionHeadline } from './headlines';
import { MuteDialog } from './mute-dialog';
import classes from './portfolio.module.css';
import { ATTENTION, UNMUTE } from './questions-findings';
import { asOfTold, fileOf, type Report } from './report';

const FROM = '/p/$portfolioKey';
const FIRST = 8;
const MOST = 100;

export type AttentionFinding = NonNullable<PortfolioAttentionQuery['portfolio']>['attention']['nodes'][number];

/** What the rules found and nobody has cleared yet, the gravest first. */
export const FindingsCard = ({ report }: { report: Report }) => {
  const { code, level, muted, mute } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const [first, setFirst] = useState(FIRST);
  const codes = CODES.filter((one) => one === code);
  const levels = LEVELS.filter((one) => one === level);
  const answer = useAnswer(ATTENTION, {
    portfolioKey: report.portfolioKey,
    first,
    codes: codes.length > 0 ? codes : null,
    levels: levels.length > 0 ? levels : null,
    muted: muted === 'yes',
    asOf: report.asOf,
  });
  const narrow = (change: { code?: string; level?: string; muted?: string }): void => {
    setFirst(FIRST);
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  };
  const filters = (
    <Filters code={codes[0] ?? ''} level={levels[0] ?? ''} isWithMuted={muted === 'yes'} onNarrow={narrow} />
  );
  return (
    <Answered to={answer}>
      {({ portfolio }) => {
        const { totalCount, nodes } = portfolio?.attention ?? { totalCount: 0, nodes: [] };
        const chosen = nodes.find(({ id }) => id === mute);
        return (
          <Card
            id="findings"
            about="Findings"
            title={attentionHeadline(totalCount, codes.length + levels.length > 0)}
            caption={`What the rules found, ${asOfTold(report)}, the gravest first. Each is a plain rule over recorded facts, never a score.`}
            csv={fileOf(
              report,
              'findings.csv',
              { ...(codes[0] ? { codes: codes[0] } : {}), ...(levels[0] ? { levels: levels[0] } : {}) },
              false,
            )}
            isWide
          >
            {filters}
            <ul className={classes.findings}>
              {nodes.map((finding) => (
                <Row key={finding.id} finding={finding} isPast={report.asOf !== null} canMute={report.canSettle} />
              ))}
            </ul>
            {nodes.length < totalCount && (
              <p className={classes.small}>
                {nodes.length} of {numberOf(totalCount)}.{' '}
                {first < MOST ? (
                  <Button
                    size="compact-sm"
                    className="no-print"
                    variant="default"
                    loading={answer.isPlaceholderData}
                    onClick={() => {
                      setFirst(Math.min(MOST, first + 25));
                    }}
                  >
                    Show more
                  </Button>
                ) : (
                  'The rest is in the CSV.'
                )}
              </p>
            )}
            {chosen && (
              <MuteDialog
                finding={chosen}
                today={report.today}
                onClose={() =>
                  void navigate({ search: (before) => ({ ...before, mute: undefined }), resetScroll: false })
                }
              />
            )}
          </Card>
        );
      }}
    </Answered>
  );
};

const Filters = ({
  code,
  level,
  isWithMuted,
  onNarrow,
}: {
  code: FindingCode | '';
  level: FindingLevel | '';
  isWithMuted: boolean;
  onNarrow: (change: { code?: string; level?: string; muted?: string }) => void;
}) => (
  <div className={`${classes.filters} no-print`}>
    <NativeSelect
      size="xs"
      label="Level"
      value={level}
      onChange={({ currentTarget }) => {
        onNarrow({ level: currentTarget.value || undefined });
      }}
      data={[
        { value: '', label: 'All levels' },
        ...LEVELS.map((one) => ({ value: one, label: FINDING_LEVEL[one].word })),
      ]}
    />
    <NativeSelect
      size="xs"
      label="Finding"
      value={code}
      onChange={({ currentTarget }) => {
        onNarrow({ code: currentTarget.value || undefined });
      }}
      data={[{ value: '', label: 'All findings' }, ...CODES.map((one) => ({ value: one, label: wordsOf(one) }))]}
    />
    <Switch
      size="sm"
      label="Muted ones too"
      checked={isWithMuted}
      onChange={({ currentTarget }) => {
        onNarrow({ muted: currentTarget.checked ? 'yes' : undefined });
      }}
    />
  </div>
);

const Row = ({ finding, isPast, canMute }: { finding: AttentionFinding; isPast: boolean; canMute: boolean }) => {
  const unmute = useCommand(UNMUTE);
  const { id, code, level, message, since, initiative, mute } = finding;
  const permission = initiative?.viewerCan.muteFinding ?? { allowed: canMute, reason: WHO_MUTES };
  return (
    <li>
      <Mark of={FINDING_LEVEL[level]} />
      <div>
        {initiative && (
          <>
            <Link to="/i/$initiativeKey" params={{ initiativeKey: initiative.key }}>
              {initiative.key} {initiative.name}
            </Link>
            {': '}
          </>
        )}
        {message}
        <div className={`quiet ${classes.small}`}>
          {wordsOf(code)}, since {dayOf(since)}
          {mute && `. Muted until ${dayOf(mute.until)} by ${mute.mutedBy.name}: ${mute.reason}`}
          {!isPast && !permission.allowed && `. ${permission.reason ?? ''}`}
        </div>
        <Refusals of={unmute.data?.findingUnmute.userErrors ?? []} />
        {unmute.error && (
          <div role="alert" className="tone-bad">
            {unmute.error.message}
          </div>
        )}
      </div>
      {!isPast && permission.allowed && (
        <div className="no-print">
          {mute ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={unmute.isPending}
              onClick={() => {
                unmute.mutate({ id });
              }}
            >
              Unmute<span className="aloud"> {wordsOf(code)}</span>
            </Button>
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              renderRoot={(given) => (
                <Link
                  {...given}
                  from={FROM}
                  to="."
                  search={(before) => ({ ...before, mute: id })}
                  resetScroll={false}
                />
              )}
            >
              Mute…<span className="aloud"> {wordsOf(code)}</span>
            </Button>
          )}
        </div>
      )}
    </li>
  );
};

const WHO_MUTES = 'Muting takes a program manager or an admin of this portfolio';
