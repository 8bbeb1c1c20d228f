import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import type { Initiative, InitiativeAttributes } from '../../../domain/initiatives/initiative.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeRepository } from '../persistence/initiative.repository.js';
import { InitiativeSurroundings } from '../queries/initiative-surroundings.js';

export interface InitiativeRequest extends Omit<InitiativeAttributes, 'ownerId'> {
  readonly portfolioKey: string;
  readonly ownerId: string | null;
  readonly templateKey: string | null;
  readonly externalRef: string | null;
}

/**
 * Enters an initiative at the first stage of its portfolio's template. It takes PROGRAM_MANAGER. The owner is the caller
 * where none is stated. A default category that the portfolio does not know is NOT_FOUND. The same externalRef again is ALREADY_EXISTS and names the initiative that has it.
 */
@Injectable()
export class CreateInitiative {
  constructor(
    private readonly work: UnitOfWork,
    private readonly surroundings: InitiativeSurroundings,
    private readonly repository: InitiativeRepository,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, request: InitiativeRequest): Promise<Result<Initiative>> {
    return this.work.run(async (tx) => {
      const portfolio = await this.surroundings.portfolio(viewer, request.portfolioKey, tx);
      if (!portfolio || !requireAccess(viewer, 'initiative:create', portfolio.id)) {
        return refuse(notFound('The portfolio', ['input', 'portfolioKey']));
      }
      const attributes = attributesIn(request, viewer.userId);
      const template = await this.surroundings.template(portfolio, request.templateKey, tx);
      const refusals: Refusal[] = [
        ...(template ? [] : [notFound(`A published template ${request.templateKey ?? ''}`, ['input', 'templateKey'])]),
        ...(await this.surroundings.unknownPeople(attributes, tx)),
        ...(await this.surroundings.unknownCategory(portfolio.id, attributes.defaultCategoryKey, tx)),
      ];
      const firstStage = template?.stages[0];
      if (refusals.length > 0 || !template || !firstStage) {
        return refuse(...refusals);
      }
      const taken = await this.surroundings.keyOfExternalRef(portfolio.id, request.externalRef, tx);
      if (taken) {
        return refuse({
          code: 'ALREADY_EXISTS',
          message: `${taken} has the externalRef ${request.externalRef ?? ''} already.`,
          field: ['input', 'externalRef'],
        });
      }
      const number = await this.repository.takeNumbers(tx, portfolio.id, 1);
      const at = this.clock.now();
      const initiative: Initiative = {
        ...attributes,
        id: newId(),
        key: `${portfolio.key}-${number}`,
        portfolioId: portfolio.id,
        templateId: template.id,
        stageKey: firstStage.key,
        status: 'ACTIVE',
        externalRef: request.externalRef,
        version: 1,
        createdAt: at,
        updatedAt: at,
      };
      await this.repository.insert(
        tx,
        [
          {
            initiative,
            number,
            visits: [{ stageKey: firstStage.key, enteredAt: at, leftAt: null }],
            statusChanges: [{ status: 'ACTIVE', changedAt: at }],
          },
        ],
        { at, by: viewer.userId },
      );
      await this.audit.run(tx, {
        initiativeId: initiative.id,
        portfolioId: portfolio.id,
        at,
        actorId: viewer.userId,
        action: 'initiative.created',
        subjectType: 'Initiative',
        subjectId: initiative.id,
        changes: {
          key: initiative.key,
          ...attributes,
          stage: firstStage.key,
          templateVersion: template.version,
          externalRef: request.externalRef,
        },
      });
      return accept(initiative);
    });
  }
}

const attributesIn = (request: InitiativeRequest, fallbackOwner: string): InitiativeAttributes => ({
  name: request.name,
  problem: request.problem,
  valueThesis: request.valueThesis,
  solutionType: request.solutionType,
  investmentClass: request.investmentClass,
  riskTier: request.riskTier,
  businessUnit: request.businessUnit,
  ownerId: request.ownerId ?? fallbackOwner,
  sponsorId: request.sponsorId,
  defaultCategoryKey: request.defaultCategoryKey,
});
