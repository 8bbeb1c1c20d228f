import { Button, Stack } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CriterionKind } from '../../api/generated/graphql';
import { Answered } from '../../parts/answered';
import { RouteDialog, useBack } from '../../parts/route-dialog';
import { useInitiative } from '../initiative/questions';
import { useCriterion } from './criterion';
import { HandIn } from './evidence-form';
import { EVIDENCE_FORMS } from './fields';
import { Guidance } from './guidance';

/** Hands in evidence for a criterion, with what is expected beside the fields. */
const Screen = () => {
  const { initiativeKey, criterionKey } = useParams({ from: '/i/$initiativeKey/evidence/$criterionKey' });
  const answer = useInitiative(initiativeKey);
  const criterion = useCriterion(initiativeKey, criterionKey);
  const [dirty, setDirty] = useState(false);
  const back = useBack();
  const form = criterion ? EVIDENCE_FORMS[criterion.kind] : undefined;
  return (
    <RouteDialog title={criterion?.name ?? 'Evidence'} size={860} dirty={dirty} onClose={back}>
      <Answered to={answer}>
        {({ initiativeByKey: initiative }) => (
          <Stack gap="md">
            {criterion === null && <p>The workflow has no criterion {criterionKey}.</p>}
            {criterion && <Guidance of={criterion} />}
            {initiative && criterion && form && (
              <HandIn initiative={initiative} criterion={criterion} form={form} onTyped={setDirty} onDone={back} />
            )}
            {criterion && !form && <Elsewhere kind={criterion.kind} initiativeKey={initiativeKey} />}
          </Stack>
        )}
      </Answered>
    </RouteDialog>
  );
};

const PLACES: Readonly<Partial<Record<CriterionKind, { tab: string; why: string; words: string }>>> = {
  KPI_CONTRACT: {
    tab: 'kpis',
    words: 'To the KPIs',
    why: 'Nothing is handed in here: define the KPIs, each with a target, a guardrail beside them, and baselines.',
  },
  KPI_ATTAINMENT: {
    tab: 'kpis',
    words: 'To the KPIs',
    why: 'Nothing is handed in here: record measurements of the KPIs, by hand or by the API; the last ones count.',
  },
  TICKETS_DONE: {
    tab: 'tickets',
    words: 'To the tickets',
    why: 'Nothing is handed in here: link tickets to the criterion; it is met when they are done in their tool.',
  },
  EFFORT_SHARE: {
    tab: 'effort',
    words: 'To the effort',
    why: 'Nothing is handed in here: the share of the effort that was recorded counts.',
  },
};

const Elsewhere = ({ kind, initiativeKey }: { kind: CriterionKind; initiativeKey: string }) => {
  const place = PLACES[kind];
  return place ? (
    <Stack gap="sm" align="flex-start">
      <p style={{ margin: 0 }}>{place.why}</p>
      <Button
        renderRoot={(props) => (
          <Link to="/i/$initiativeKey" params={{ initiativeKey }} search={{ tab: place.tab }} {...props} />
        )}
      >
        {place.words}
      </Button>
    </Stack>
  ) : null;
};

export default Screen;
