/** What one process of the server may have open: questions, exports, jobs, a listener, the lead. */
const OF_A_PROCESS = 20;
/** Programs beside it, such as a backup. */
const OF_OTHERS = 20;
const USUAL = 100;

/** How many connections the embedded PostgreSQL lets so many processes have. */
export const connectionsFor = (processes: number): number => Math.max(USUAL, processes * OF_A_PROCESS + OF_OTHERS);
