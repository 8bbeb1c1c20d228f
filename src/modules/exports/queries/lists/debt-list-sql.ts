import { DEBT_ITEMS } from '../../../reports/queries/governance-debt-sql.js';

/** All that a portfolio has let go for now, the oldest first; its parameters are those of the page, without an end and a beginning. */
export const DEBT_LIST = `
  SELECT d.*, i.key AS "initiativeKey", i.name AS "initiativeName", coalesce(asked_by.name, owned_by.name) AS person
  FROM (${DEBT_ITEMS}) d
  JOIN initiative i ON i.id = d."initiativeId"
  LEFT JOIN waiver w ON w.id = d.id
  LEFT JOIN app_user asked_by ON asked_by.id = w.requested_by
  LEFT JOIN gate_condition c ON c.id = d.id
  LEFT JOIN app_user owned_by ON owned_by.id = c.owner_id
  ORDER BY d.since, d.id`;
