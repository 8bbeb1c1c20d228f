import { defaultTextMapGetter, ROOT_CONTEXT } from '@opentelemetry/api';
import { traceBy } from './traces.js';

const SERVICE = 'tollgate';

/**
 * Begins to send traces by OTLP over HTTP. Where to and how much is said by the variables of OpenTelemetry itself, which its libraries read
 * (OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER, OTEL_SERVICE_NAME, OTEL_BSP_*). They are loaded here
 * alone, so that whoever traces nothing has nothing of them. Returns what sends the rest and ends it.
 */
export const startTracing = async (): Promise<() => Promise<void>> => {
  const [{ BasicTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { W3CTraceContextPropagator }, resources] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
    ]);
  const named = resources.detectResources({ detectors: [resources.envDetector] });
  const provider = new BasicTracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': SERVICE }).merge(named),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const propagator = new W3CTraceContextPropagator();
  traceBy({
    tracer: provider.getTracer(SERVICE),
    placeOf: (headers) => propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter),
  });
  return async () => {
    traceBy(null);
    await provider.shutdown();
  };
};
