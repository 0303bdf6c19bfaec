import { z } from "@medusajs/framework/zod"
import { OPERATIONS, type Operation } from "../../src/api/lib/operations"
import { Chance } from "../../bench/lib/chance"
import { addressOf, headersOf, isReached, methodOf } from "./envelope"
import type { Pool, SeenMatrix } from "./pool"
import { pick, sensible, wild } from "./values"
import type { Kind, Making } from "./making"

export interface RandomRequest {
  readonly number: number
  readonly kind: Kind
  readonly operation: Operation
  readonly method: string
  /** With its query, as it goes over the wire. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string | undefined
  /** Whether the host hands it to the plugin's route: then its refusal is the plugin's own. */
  readonly reached: boolean
}

/** Shares of valid, nearly valid and wild requests. */
const VALID = 0.4
const NEARLY = 0.4
/** Refunds ask the host's payment service each time; the others are tried ten times as often. */
const RARE = "/refunds"

/** The n-th request of a seed: the same for the same seed, but for what stands in the shop. */
export function requestOf(seed: number, number: number, pool: Pool): RandomRequest {
  const chance = new Chance(seed * 1_000_003 + number * 7_919)
  const share = chance.next()
  const kind: Kind = share < VALID ? "valid" : share < VALID + NEARLY ? "nearly" : "wild"
  const operation = operationFor(chance)
  const method = methodOf(operation, kind, chance)
  const fit = fitting(operation, { kind, chance, pool })
  const making: Making = { kind, chance, pool, fit }
  const body = bodyOf(operation, making)
  const { path, isWhole } = addressOf(operation, { ...making, query: queryOf(operation, making) })
  const { headers, isLoggedIn } = headersOf(kind, { chance, pool, hasBody: body !== undefined })
  const reached = isWhole && isLoggedIn && isReached(operation, method)
  return { number, kind, operation, method, path, headers, body, reached }
}

function operationFor(chance: Chance): Operation {
  for (;;) {
    const operation = pick(chance, OPERATIONS)
    if (operation && (!operation.path.endsWith(RARE) || chance.happens(0.1))) return operation
  }
}

/** An order as it was last seen, for a request that changes it. */
function fitting({ path, method }: Operation, { kind, chance, pool }: Making): SeenMatrix | undefined {
  const isOfOrder = method === "post" && path.includes("/orders/{id}/")
  if (!isOfOrder || kind === "wild" || !chance.happens(0.7)) return undefined
  return pick(chance, [...pool.matrices.values()])
}

interface JsonSchema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
}

const schemas = new Map<z.ZodType, JsonSchema>()

function schemaOf(shape: z.ZodType): JsonSchema {
  const made = schemas.get(shape) ?? (z.toJSONSchema(shape, { io: "input" }) as JsonSchema)
  schemas.set(shape, made)
  return made
}

function bodyOf(operation: Operation, making: Making): string | undefined {
  const { kind, chance } = making
  if (kind === "wild" && chance.happens(0.6)) return wildText(operation, making)
  if (!operation.body)
    return kind === "valid" || chance.happens(0.8) ? undefined : JSON.stringify(wild(chance))
  const body = valueOf(schemaOf(operation.body), "", making)
  return JSON.stringify(kind === "valid" ? body : damaged(body, chance))
}

/** A value that the schema takes, as far as the schema says it. */
function valueOf(schema: JsonSchema, field: string, making: Making): unknown {
  const { chance, pool, fit } = making
  const one = schema.anyOf ? pick(chance, schema.anyOf) : schema
  if (!one) return null
  if (one.enum) return pick(chance, one.enum)
  if (one.type === "object") {
    const entries = Object.entries(one.properties ?? {})
      .filter(([name]) => one.required?.includes(name) === true || chance.happens(0.4))
      .map(([name, property]) => [name, valueOf(property, name, making)] as const)
    const cell = field === "cells" && fit ? pick(chance, fit.cells) : undefined
    return { ...Object.fromEntries(entries), ...(cell && { row: cell.row, column: cell.column }) }
  }
  if (one.type === "array") {
    const length = 1 + (chance.happens(0.9) ? chance.below(3) : chance.below(30))
    return Array.from({ length }, () => valueOf(one.items ?? {}, field, making))
  }
  const value = field === "version" && fit ? fit.version : sensible(field, chance, pool)
  if (value !== undefined) return value
  return one.type === "integer" ? chance.below(5) : "text"
}

/** The same with one to three places changed: another value, a field too few, a field too many. */
function damaged(value: unknown, chance: Chance): unknown {
  const root = { value: structuredClone(value) }
  for (let times = 1 + chance.below(3); times > 0; times -= 1) {
    const places = placesIn(root)
    const place = pick(chance, places)
    if (!place) break
    const [holder, key] = place
    const way = chance.below(10)
    if (way === 0) Reflect.deleteProperty(holder, key)
    else if (way === 1 && Array.isArray(holder)) holder.push(wild(chance))
    else if (way === 1) Reflect.set(holder, String(wild(chance)).slice(0, 50), wild(chance))
    else Reflect.set(holder, key, wild(chance))
  }
  return root.value
}

function placesIn(holder: object): [object, string][] {
  return Object.entries(holder).flatMap(([key, value]): [object, string][] => [
    [holder, key],
    ...(typeof value === "object" && value !== null ? placesIn(value as object) : []),
  ])
}

/** The query's fields in turn, as texts. */
function queryOf(operation: Operation, making: Making): [string, unknown][] {
  const { kind, chance } = making
  const query = operation.query
    ? Object.entries(valueOf(schemaOf(operation.query), "", making) as Record<string, unknown>)
    : []
  const more =
    kind === "valid" || chance.happens(0.6) ? [] : [[chance.happens(0.5) ? "limit" : "x", wild(chance)]]
  const damage = (value: unknown): unknown => (kind !== "valid" && chance.happens(0.4) ? wild(chance) : value)
  return [...query, ...(more as [string, unknown][])].map(([name, value]) => [name, damage(value)])
}

/** Text that is not JSON, or JSON that no object makes. */
function wildText(operation: Operation, making: Making): string {
  const { chance } = making
  switch (chance.below(9)) {
    case 0:
      return "[".repeat(chance.below(40_000))
    case 1: {
      const depth = chance.below(20_000)
      return `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`
    }
    case 2:
      return `"${"x".repeat(99_900 + chance.below(300))}"`
    case 3:
      return (
        pick(chance, [
          "",
          " ",
          "{",
          "}",
          "{}{}",
          "nul",
          "1e999",
          "-",
          '"\\ud800"',
          "\ufeff{}",
          "{'a':1}",
          "a=1&b=2",
        ]) ?? ""
      )
    case 4:
      return `{"amount":${"9".repeat(chance.below(400))}e${chance.below(400)},"amount":"1.00"}`
    case 5:
      return String.fromCharCode(...Array.from({ length: chance.below(200) }, () => chance.below(65_536)))
    case 6:
      return '{"__proto__":{"strategy":"line_order"},"constructor":1,"strategy":"line_order","reason":"x"}'
    case 7: {
      const whole = JSON.stringify(operation.body ? valueOf(schemaOf(operation.body), "", making) : {})
      return whole.slice(0, chance.below(whole.length + 1))
    }
    default:
      return JSON.stringify(wild(chance)) ?? ""
  }
}
