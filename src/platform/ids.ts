import { v7 } from 'uuid';

/** A new UUIDv7: ids sort by the time they were made. */
export const newId = (): string => v7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text can be an id of ours at all; any other text is an unknown id, never an error of the database. */
export const isId = (text: string): boolean => UUID.test(text);
