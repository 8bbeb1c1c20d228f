import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { KpisModule } from '../kpis/kpis.module.js';
import { BenefitsBook } from './commands/benefits-book.js';
import { CompleteBenefitsReview } from './commands/complete-benefits-review.js';
import { OpenBenefitsReviews } from './commands/open-benefits-reviews.js';
import { BenefitsReviewResolver, InitiativeBenefitsResolver } from './graphql/benefits.resolver.js';
import { BenefitsReviewRepository } from './persistence/benefits-review.repository.js';
import { BenefitsReviews } from './queries/benefits-reviews.js';
import { BenefitsTables } from './queries/benefits-table.js';
import { KpisAtReview } from './queries/kpis-at-review.js';
import { Launches } from './queries/launches.js';

@Module({
  imports: [IdentityModule, InitiativesModule, KpisModule],
  providers: [
    BenefitsBook,
    BenefitsReviewRepository,
    BenefitsReviewResolver,
    BenefitsReviews,
    BenefitsTables,
    CompleteBenefitsReview,
    InitiativeBenefitsResolver,
    KpisAtReview,
    Launches,
    OpenBenefitsReviews,
  ],
  exports: [OpenBenefitsReviews],
})
export class BenefitsModule {}
