import { Stack } from '@mantine/core';
import { Checklist } from './checklist';
import { Conditions } from './conditions';
import { Decisions } from './decisions';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';
import { KpiLines } from './kpi-lines';
import { ReviewOfNow } from './review';
import { Waivers } from './waivers';

/** The gate first, all else beside and beneath it. */
export const GateTab = ({ initiative, viewerId }: TabProps) => (
  <div className={classes.columns}>
    <Stack gap="md" miw={0}>
      <Checklist initiative={initiative} />
      <Conditions initiative={initiative} />
      <Waivers initiative={initiative} />
    </Stack>
    <Stack gap="md" miw={0}>
      <ReviewOfNow initiative={initiative} viewerId={viewerId} />
      <KpiLines initiative={initiative} />
      <Decisions initiative={initiative} />
    </Stack>
  </div>
);
