import type { OwnerType } from "../domain/owner"
import type { Database } from "../ledger/database"
import { forgetOwner, listUnnamed, writeNames } from "./owner-names.sql"

/** An owner whose accounts have no name yet. */
export interface UnnamedOwner {
  readonly type: OwnerType
  readonly id: string
}

/** What people call an owner; null of who has no name, or is not to be named any more. */
export interface NamedAccountOwner extends UnnamedOwner {
  readonly name: string | null
  readonly company: string | null
  /** What comes first decides: a family name before a first name. */
  readonly sort: string
}

export async function unnamedOwners(database: Pick<Database, "run">, limit: number): Promise<UnnamedOwner[]> {
  return database.run<{ type: OwnerType; id: string }>(listUnnamed, [limit])
}

/** By accounts in ascending order, as every lock is taken. */
export async function nameOwners(
  database: Pick<Database, "run">,
  owners: readonly NamedAccountOwner[],
): Promise<void> {
  if (owners.length === 0) return
  await database.run(writeNames, [
    owners.map(({ type }) => type),
    owners.map(({ id }) => id),
    owners.map(({ name }) => name),
    owners.map(({ company }) => company),
    owners.map(({ sort }) => sortable(sort)),
  ])
}

/** Asks for a name anew, because the host has changed it. */
export async function askForName(database: Pick<Database, "run">, { type, id }: UnnamedOwner): Promise<void> {
  await database.run(forgetOwner, [type, id])
}

/** Without case and accents, so that "Élodie" stands beside "Elodie" whatever the database's language is. */
const sortable = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim()
    .slice(0, 200)
