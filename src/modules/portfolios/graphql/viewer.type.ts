import { Field, ObjectType } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';

@ObjectType('Viewer', { description: 'Who is asking.' })
export class ViewerType implements Pick<Viewer, 'isInstanceAdmin'> {
  @Field(() => Boolean, { description: 'Whether every portfolio of the instance is open to you.' })
  isInstanceAdmin: boolean;
}
