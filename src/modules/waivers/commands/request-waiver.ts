import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { gateOfCriterion, mayRequestWaiver, renewalsOf } from '../../../domain/gates/waiver-rules.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { WaiverSurroundings } from '../queries/waiver-surroundings.js';
import { Waivers, type Waiver } from '../queries/waivers.js';
import { WaiverBook } from './waiver-book.js';

export interface WaiverRequest {
  readonly reason: string;
  /** What is done instead while the criterion is waived. */
  readonly compensatingControl: string;
  /** The last day it is to cover, in the portfolio's time zone. */
  readonly expiresOn: CalendarDate;
}

/**
 * Asks a gatekeeper to let a criterion go unmet for a while (law 14). It takes PROGRAM_MANAGER. Every reason against it at
 * once: NOT_FOUND for an unknown criterion, INVALID for a day before today, WAIVER_TOO_LONG for one more than 90 days ahead,
 * WAIVER_EXISTS while one is pending or in force, WRONG_STATE for an initiative that is KILLED or RETIRED.
 */
@Injectable()
export class RequestWaiver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly surroundings: WaiverSurroundings,
    private readonly waivers: Waivers,
    private readonly book: WaiverBook,
  ) {}

  run(viewer: Viewer, initiativeId: string, criterionKey: string, request: WaiverRequest): Promise<Result<Waiver>> {
    return this.work.run(async (tx) => {
      const initiative = await this.initiatives.lockSeenBy(viewer, initiativeId, tx);
      if (!initiative || !requireAccess(viewer, 'waiver:request', initiative.portfolioId)) {
        return refuse(notFound('The initiative', ['initiativeId']));
      }
      const stamp = this.book.stamp(viewer);
      const scene = await this.surroundings.of(initiative, stamp.at, tx);
      const gateKey = gateOfCriterion(scene.template, criterionKey);
      const refusals = mayRequestWaiver(criterionKey, request.expiresOn, scene);
      if (refusals.length > 0 || gateKey === null) {
        return refuse(...refusals);
      }
      // What is over by its date may not have been marked yet, and the database lets only one be pending or in force.
      await this.book.expire(tx, await this.waivers.lapsed(initiative.id, scene.today, tx), stamp.at);
      const id = newId();
      await this.book.request(tx, {
        ...request,
        id,
        portfolioId: initiative.portfolioId,
        initiativeId: initiative.id,
        gateKey,
        criterionKey,
        requestedOn: scene.today,
        renewals: renewalsOf(scene.waivers, gateKey, criterionKey),
        requestedAt: stamp.at,
        requestedBy: stamp.by,
      });
      return accept(await this.waivers.get(id, tx));
    });
  }
}
