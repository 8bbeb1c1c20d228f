/** Where OpenTelemetry says that traces go, for traces alone and for all. */
const TRACES_TO = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'];

const isHttp = (text: string): boolean => URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

/** Whether traces are sent to somebody: where one of the variables above says to whom. The libraries of OpenTelemetry read the rest. */
export const readTracing = (given: Readonly<Record<string, string | undefined>>, problems: string[]): boolean => {
  const stated = TRACES_TO.map((name) => [name, given[name]?.trim() ?? ''] as const).filter(([, text]) => text !== '');
  for (const [name] of stated.filter(([, text]) => !isHttp(text))) {
    problems.push(`${name} must be where traces are taken by OTLP over HTTP, such as http://127.0.0.1:4318.`);
  }
  return stated.length > 0;
};
