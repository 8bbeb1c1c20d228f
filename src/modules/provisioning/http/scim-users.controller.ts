import { Controller, Delete, Get, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Result } from '../../../domain/basics/result.js';
import { PublicUrl } from '../../../platform/public-url.js';
import { AddPerson } from '../commands/add-person.js';
import { ChangePerson, type PersonChanges } from '../commands/change-person.js';
import { DirectoryPeople, type DirectoryPerson } from '../queries/directory-people.js';
import { readPatch } from './read-patch.js';
import { readNewPerson, readPerson } from './read-person.js';
import { readQuery } from './read-query.js';
import { ScimAdmins } from './scim-admins.js';
import { answer, locationOf, pageOf, refusalOf, resourceOf } from './scim-answers.js';
import { ScimRefusal } from './scim-refusal.js';

/** `/scim/v2/Users`: what directories such as Okta and Entra ID ask for; see docs/scim.md. */
@Controller('scim/v2/Users')
export class ScimUsersController {
  constructor(
    private readonly admins: ScimAdmins,
    private readonly people: DirectoryPeople,
    private readonly addPerson: AddPerson,
    private readonly changePerson: ChangePerson,
    private readonly url: PublicUrl,
  ) {}

  @Get()
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answer(reply, 200, async () => {
      const viewer = await this.admins.viewer(request);
      const { sought, startIndex, count } = readQuery(request.query as Record<string, unknown>);
      return pageOf(this.url, await this.people.page(viewer, sought, startIndex - 1, count), startIndex);
    });
  }

  @Get(':id')
  one(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return answer(reply, 200, async () => {
      const person = await this.people.byId(await this.admins.viewer(request), id);
      if (!person) {
        throw new ScimRefusal(404, undefined, 'The user was not found.');
      }
      return resourceOf(this.url, person);
    });
  }

  @Post()
  create(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answer(reply, 201, async () => {
      const viewer = await this.admins.viewer(request);
      const { person, isActive } = readNewPerson(request.body);
      const made = valueOf(await this.addPerson.run(viewer, person, isActive));
      reply.header('location', locationOf(this.url, made.id));
      return resourceOf(this.url, made);
    });
  }

  @Put(':id')
  replace(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.changed(request, reply, id, () => readPerson(request.body));
  }

  @Patch(':id')
  patch(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.changed(request, reply, id, () => readPatch(request.body));
  }

  /** The user stays known, deactivated: what was done under the name stays too. */
  @Delete(':id')
  remove(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return answer(reply, 204, async () => {
      await this.change(request, id, () => ({ isActive: false }));
      return null;
    });
  }

  private changed(request: FastifyRequest, reply: FastifyReply, id: string, read: () => PersonChanges): Promise<void> {
    return answer(reply, 200, async () => resourceOf(this.url, await this.change(request, id, read)));
  }

  private async change(request: FastifyRequest, id: string, read: () => PersonChanges): Promise<DirectoryPerson> {
    const viewer = await this.admins.viewer(request);
    return valueOf(await this.changePerson.run(viewer, id, read()));
  }
}

const valueOf = (result: Result<DirectoryPerson>): DirectoryPerson => {
  if (!result.ok) {
    throw refusalOf(result.refusals);
  }
  return result.value;
};
