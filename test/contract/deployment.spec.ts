import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { readEnvironment, type EnvironmentRefused } from '../../src/platform/config/env.js';
import { HealthController } from '../../src/platform/http/health.controller.js';
import { ROOT } from '../support/shared.js';

// Manifests are looked into by name.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Yaml = any;

const textOf = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');

/** What the server reads, by asking it to read an environment that has nothing. */
const KNOWN = ((): ReadonlySet<string> => {
  const asked = new Set<string>();
  readEnvironment(
    new Proxy(
      {},
      {
        get: (_, name) => {
          asked.add(String(name));
          return undefined;
        },
      },
    ),
  );
  return asked;
})();

const OF_NODE = ['NODE_ENV', 'NODE_OPTIONS'];
const unknown = (names: readonly string[]): string[] =>
  names.filter((name) => !KNOWN.has(name) && !OF_NODE.includes(name));

const HEALTH = ((): readonly string[] => {
  const base = Reflect.getMetadata('path', HealthController) as string;
  const controller = HealthController.prototype as object;
  return Object.getOwnPropertyNames(controller)
    .filter((name) => name !== 'constructor')
    .map((name) => Reflect.getMetadata('path', Reflect.get(controller, name) as object) as string | undefined)
    .filter((path) => path !== undefined)
    .map((path) => `/${base}/${path}`);
})();

const variablesIn = (file: string): Record<string, string> =>
  Object.fromEntries(
    textOf(file)
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

const refusedIn = (variables: Record<string, string>): string[] => {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    return (error as EnvironmentRefused).problems.map((problem) => problem.split(' ')[0] ?? '').sort();
  }
};

describe('the environment', () => {
  it('is told of in the README, every variable of it', () => {
    const readme = textOf('README.md');
    expect([...KNOWN].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the Dockerfile', () => {
  const lines = textOf('Dockerfile').split('\n');
  const stage = (name: RegExp): string => {
    const from = lines.findIndex((line) => name.test(line));
    const to = lines.findIndex((line, index) => index > from && line.startsWith('FROM'));
    return lines.slice(from, to < 0 ? undefined : to).join('\n');
  };
  const served = stage(/^FROM .* AS served$/);

  it('serves as nobody who may do anything, and says whether it lives', () => {
    expect(served).toMatch(/\nUSER [1-9]\d*:[1-9]\d*\n/);
    expect(served).toContain('NODE_ENV=production');
    expect(HEALTH).toContain(/'(\/health\/\w+)'/.exec(/HEALTHCHECK[^]*?CMD.*/.exec(served)?.[0] ?? '')?.[1]);
    expect(textOf('Dockerfile').trimEnd().split('\n').at(-1)).toBe('FROM served');
    expect(stage(/ AS tools$/).trimEnd()).toMatch(/\nUSER [1-9]\d*:[1-9]\d*(\n|$)/);
  });

  it('takes along what serves alone, without running what packages would', () => {
    expect(stage(/ AS packages$/)).toContain('npm ci --omit=dev --omit=optional --ignore-scripts');
    expect(served).toContain('COPY --from=packages /app/node_modules node_modules');
    expect(served).not.toContain('npm');
  });

  it('sets what the server knows', () => {
    const names = Array.from(served.matchAll(/\b([A-Z][A-Z_]+)=/g), ([, name]) => name ?? '');
    expect(names).toContain('TOLLGATE_HOST');
    expect(unknown(names)).toEqual([]);
  });

  it('copies what is there, and what .dockerignore lets through', () => {
    const allowed = textOf('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(copied.filter((path) => !allowed.includes(path))).toEqual([]);
    expect(textOf('.dockerignore').split('\n')).toContain('*');
  });
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(textOf('compose.yaml'));

  it('starts the server when the database is ready, and to this machine alone', () => {
    expect(services.tollgate.depends_on.database.condition).toBe('service_healthy');
    expect(services.database.healthcheck.test).toContain('pg_isready');
    expect(services.tollgate.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
    expect(services.database.ports).toBeUndefined();
    expect(Object.keys(volumes as object)).toEqual(['database']);
  });

  it.each(['tollgate', 'backup'])('lets %s do nothing but serve', (name) => {
    expect(services[name]).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      env_file: 'deploy/tollgate.env',
    });
    expect(services[name].environment).toBeUndefined();
  });

  it('takes a PostgreSQL that is supported', () => {
    expect(Number(/^postgres:(\d+)/.exec(services.database.image as string)?.[1])).toBeGreaterThanOrEqual(15);
  });

  it('comes with examples that hold what is known, and nothing that would be served with', () => {
    const variables = variablesIn('deploy/tollgate.env.example');
    expect(unknown(Object.keys(variables))).toEqual([]);
    expect(refusedIn(variables)).toEqual(['TOLLGATE_BOOTSTRAP_TOKEN', 'TOLLGATE_SECRET_KEY']);
    expect(Object.keys(variablesIn('deploy/database.env.example'))).toEqual(['POSTGRES_PASSWORD']);
    expect(textOf('.gitignore').split('\n')).toContain('/deploy/*.env');
  });
});

describe('the manifests of Kubernetes', () => {
  const files = readdirSync(join(ROOT, 'deploy', 'kubernetes'));
  const all: Yaml[] = files.flatMap((file) =>
    parseAllDocuments(textOf('deploy', 'kubernetes', file)).map((document) => {
      expect(document.errors).toEqual([]);
      return document.toJS();
    }),
  );
  const one = (kind: string): Yaml => {
    const found = all.filter((manifest) => manifest.kind === kind);
    expect(found).toHaveLength(1);
    return found[0];
  };
  const { spec } = one('Deployment');
  const pod = spec.template.spec;
  const [container] = pod.containers;
  const labels = spec.template.metadata.labels;

  it('are all applied but the example of the secret', () => {
    const { resources } = one('Kustomization');
    expect([...resources, 'kustomization.yaml', 'secret.example.yaml'].sort()).toEqual(files.sort());
  });

  it('run two, of which one may go, and none before another one serves', () => {
    expect(spec.replicas).toBe(2);
    expect(spec.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
    expect(one('PodDisruptionBudget').spec).toEqual({ minAvailable: 1, selector: { matchLabels: labels } });
  });

  it('mean the same pods everywhere', () => {
    expect(spec.selector.matchLabels).toEqual(labels);
    expect(one('Service').spec.selector).toEqual(labels);
    expect(one('NetworkPolicy').spec.podSelector.matchLabels).toEqual(labels);
    expect(pod.serviceAccountName).toBe(one('ServiceAccount').metadata.name);
    const [port] = container.ports;
    expect(one('Service').spec.ports[0].targetPort).toBe(port.name);
    expect(port.containerPort).toBe(readEnvironment({}).port);
  });

  it('let a pod do nothing but serve', () => {
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod.securityContext.runAsUser).toBeGreaterThan(0);
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(container.resources).toMatchObject({ requests: { cpu: expect.any(String) }, limits: { memory: '1Gi' } });
    expect(one('NetworkPolicy').spec.policyTypes).toEqual(['Ingress', 'Egress']);
  });

  it('ask at addresses that are there: life without the database, readiness with it', () => {
    expect(HEALTH).toEqual(['/health/live', '/health/ready']);
    expect(container.startupProbe.httpGet.path).toBe('/health/live');
    expect(container.livenessProbe.httpGet.path).toBe('/health/live');
    expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
  });

  it('state what the server knows, and nothing that would be served with', () => {
    const secret = one('Secret');
    expect(container.envFrom).toEqual([{ secretRef: { name: secret.metadata.name } }]);
    const stated = Object.fromEntries(
      (container.env as { name: string; value: string }[]).map(({ name, value }) => [name, value]),
    );
    const variables = { ...stated, ...(secret.stringData as Record<string, string>) };
    expect(unknown(Object.keys(variables))).toEqual([]);
    expect(refusedIn(variables)).toEqual(['TOLLGATE_BOOTSTRAP_TOKEN', 'TOLLGATE_SECRET_KEY']);
  });
});
