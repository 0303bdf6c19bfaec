import { ReconciliationError } from "../domain/errors"

const WRITING = /^(create|update|delete|softDelete|restore)Reconciliation/

interface Constructor {
  // oxlint-disable-next-line typescript/no-explicit-any -- what TypeScript wants of a class that is extended
  new (...words: any[]): object
}

/** A service whose entities are read: what the host generates to write to them says what to call instead. */
export function readOnly<Service extends Constructor>(service: Service): Service {
  const methods = Object.getOwnPropertyNames(service.prototype).filter((name) => WRITING.test(name))
  for (const name of methods) {
    Object.defineProperty(service.prototype, name, { value: async () => refuse(name), writable: true })
  }
  return service
}

function refuse(method: string): never {
  throw new ReconciliationError({
    type: "not_allowed",
    code: "entity_read_only",
    message: `${method} would change the ledger behind its back.`,
    ids: { method },
    remedy:
      "Call a workflow of medusa-plugin-reconciliation/workflows, or a facet of the reconciliation service, for example orders.edit.",
  })
}
