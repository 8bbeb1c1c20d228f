import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Tracer,
} from '@opentelemetry/api';

/** The part of a trace that is under way, as the request it belongs to carries it along. */
export interface TracePlace {
  /** What is begun from here on is a part of this. */
  context: Context;
}

/** Something that was begun, to be ended once. */
export interface Traced {
  readonly context: Context;
  /** Ends it; with an error it failed, and is told why by a word that holds nothing of what was sent. */
  end(attributes?: Attributes, failure?: string): void;
}

/** How things are traced. */
export interface Tracing {
  readonly tracer: Tracer;
  /** The place in a trace that the headers of a request name; the beginning of one of its own where they name none. */
  readonly placeOf: (headers: Readonly<Record<string, unknown>>) => Context;
}

let tracing: Tracing | null = null;

/** Has things traced from here on; null: no more. */
export const traceBy = (by: Tracing | null): void => {
  tracing = by;
};

/** Begins a part of a trace; null, and nothing done, where nothing is traced. */
const begin = (name: string, kind: SpanKind, parent: Context, attributes: Attributes): Traced | null => {
  if (tracing === null) {
    return null;
  }
  const span = tracing.tracer.startSpan(name, { kind, attributes }, parent);
  return {
    context: trace.setSpan(parent, span),
    end: (more = {}, failure) => {
      span.setAttributes(more);
      if (failure !== undefined) {
        span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
      }
      span.end();
    },
  };
};

/** An HTTP request, as a part of the trace that its headers name, if any. */
export const traceRequest = (method: string, headers: Readonly<Record<string, unknown>>): Traced | null =>
  tracing && begin(method, SpanKind.SERVER, tracing.placeOf(headers), { 'http.request.method': method });

/** A GraphQL operation, as a part of its request. */
export const traceOperation = (type: string, name: string | null, place: TracePlace | null): Traced | null =>
  tracing &&
  begin(name === null ? type : `${type} ${name}`, SpanKind.INTERNAL, place?.context ?? ROOT_CONTEXT, {
    'graphql.operation.type': type,
    ...(name === null ? {} : { 'graphql.operation.name': name }),
  });

const MOST_TOLD = 2_000;

/** A statement, or several in one message, as a part of what asks for it: its text, and never what it is given. What nobody asks for is not traced. */
export const traceStatement = (text: string, place: TracePlace | null): Traced | null => {
  if (tracing === null || place === null) {
    return null;
  }
  const told = text.replaceAll(/\s+/g, ' ').trim();
  return begin(told.split(' ', 1)[0] ?? '', SpanKind.CLIENT, place.context, {
    'db.system.name': 'postgresql',
    'db.query.text': told.slice(0, MOST_TOLD),
  });
};
