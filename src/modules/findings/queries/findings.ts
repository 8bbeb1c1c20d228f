import { Injectable } from '@nestjs/common';
import { find } from '../../../domain/findings/find.js';
import type { Finding } from '../../../domain/findings/finding.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Clock } from '../../../platform/clock.js';
import { loader } from '../../../platform/graphql/loader.js';
import { FindingScenes } from './finding-scenes.js';

@Injectable()
export class Findings {
  constructor(
    private readonly scenes: FindingScenes,
    private readonly clock: Clock,
  ) {}

  private readonly found = loader<string, readonly Finding[]>(
    async (ids) =>
      new Map([...(await this.scenes.ofInitiatives(ids, this.clock.now()))].map(([id, scene]) => [id, find(scene)])),
    () => [],
  );

  /** What the rules find of an initiative now. One that has ended, KILLED or RETIRED, needs nobody any more: none. */
  ofInitiative(scope: object, initiative: Initiative): Promise<readonly Finding[]> {
    return this.found.load(scope, initiative.id);
  }
}
