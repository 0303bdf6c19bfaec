import type { MedusaContainer } from "@medusajs/framework/types"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { RIGHTS, type Right } from "../../types/rights"
import type { SettingChange } from "../../types/http"
import type { actorOf } from "./actor"
import { ledgerOf } from "../../workflows/ledger-of"
import { isListed } from "./require-right"

/** Beside the right to change settings: what a change of some gives to people, whoever makes it must have. */
const NEEDED: Readonly<Record<string, readonly Right[]>> = { rights: RIGHTS, writeOff: ["write_off"] }

/** Without it nobody could give it back. */
const TO_CHANGE_SETTINGS: Right = "manage"

interface Asking {
  readonly actor: ReturnType<typeof actorOf>
  readonly rights: () => Promise<Right[]>
}

/**
 * Nobody gives what he has not, and nobody shuts himself out: else who may change settings could take every right.
 *
 * @throws setting_beyond_rights | rights_lost
 */
export async function requireRightsOver(
  scope: MedusaContainer,
  changes: readonly SettingChange[],
  { actor, rights }: Asking,
): Promise<void> {
  const needed = [...new Set(changes.flatMap(({ name }) => NEEDED[name] ?? []))]
  if (needed.length === 0) return
  const own = await rights()
  const missing = needed.filter((right) => !own.includes(right))
  const name = changes.find((change) => NEEDED[change.name])?.name ?? ""
  if (missing.length > 0) throw beyondRights(name, missing)
  const change = changes.find(({ name: changed }) => changed === "rights")
  const listed = listOf(change && "reset" in change ? await configuredRights(scope) : change?.value)
  if (listed && !(await isListed(scope, actor, listed))) throw rightsLost()
}

/** What a reset brings back. */
async function configuredRights(scope: MedusaContainer): Promise<unknown> {
  const { settings } = await ledgerOf(scope).configuration.view()
  const rights = settings.find(({ name }) => name === "rights")
  return rights?.configured ?? rights?.default
}

/** Who may change settings afterwards; undefined where everybody may, and where it is no list: then the option refuses it. */
function listOf(rights: unknown): string[] | undefined {
  if (typeof rights !== "object" || rights === null) return undefined
  const listed: unknown = Reflect.get(rights, TO_CHANGE_SETTINGS)
  if (!Array.isArray(listed)) return undefined
  return listed.filter((who): who is string => typeof who === "string")
}

function beyondRights(setting: string, missing: readonly Right[]): ReconciliationError {
  return new ReconciliationError({
    type: "not_allowed",
    code: "setting_beyond_rights",
    message: `To change ${setting} one must have ${missing.join(", ")} oneself.`,
    ids: { setting, rights: missing.join(", ") },
    remedy: "Ask somebody who has these rights.",
  })
}

function rightsLost(): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "rights_lost",
    message: `Whoever changes who may do what must keep the right ${TO_CHANGE_SETTINGS}.`,
    ids: { setting: "rights", field: `rights.${TO_CHANGE_SETTINGS}` },
    remedy: "List yourself too, and let somebody else take you off the list.",
  })
}
