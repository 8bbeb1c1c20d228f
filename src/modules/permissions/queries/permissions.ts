import { Injectable } from '@nestjs/common';
import { permissionOf, type Deed, type Permission } from '../../../domain/permissions/permission.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { PortfolioPeople, type ActingPerson } from '../../portfolios/queries/portfolio-people.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';

/** May the viewer do something in a portfolio, why not, and who may? */
@Injectable()
export class Permissions {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly people: PortfolioPeople,
  ) {}

  async of(context: GraphqlContext, portfolioId: string, deed: Deed): Promise<Permission<ActingPerson>> {
    const { key: portfolioKey } = await this.portfolio(context, portfolioId);
    const people = await this.people.of.load(context, portfolioId);
    return permissionOf(context.viewer, deed, { portfolioId, portfolioKey, people });
  }

  async portfolio(context: GraphqlContext, portfolioId: string): Promise<Portfolio> {
    const portfolio = await this.portfolios.byId.load(context, portfolioId);
    if (!portfolio) {
      throw new Error(`Portfolio ${portfolioId} is referred to but not there.`);
    }
    return portfolio;
  }
}
