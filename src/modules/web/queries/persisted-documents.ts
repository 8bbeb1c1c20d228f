import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { boardDocuments } from '../board-documents.js';

const ID = /^sha256:([0-9a-f]{64})$/;
const FIND = 'SELECT text FROM persisted_document WHERE sha256 = $1';

/** What boards ask: that of this version by itself, those of others as their servers have told. */
@Injectable()
export class PersistedDocuments {
  private readonly known = new Map(boardDocuments());

  constructor(private readonly database: Database) {}

  /** The text of a document by its id, `sha256:` and its hash; null where no board asks that. */
  async find(id: string): Promise<string | null> {
    const known = this.known.get(id);
    if (known !== undefined) {
      return known;
    }
    const hash = ID.exec(id)?.[1];
    const found = hash === undefined ? null : await this.database.row<{ text: string }>(FIND, [hash]);
    if (found) {
      this.known.set(id, found.text);
    }
    return found?.text ?? null;
  }
}
