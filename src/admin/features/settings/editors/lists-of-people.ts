/** Something of the host's that settings name by its id. */
export interface HostName {
  readonly id: string
  readonly name: string
  /** Of people, who may be listed by it too. */
  readonly email: string | null
}

/** Somebody who may be listed, by any of these: an id or an email. */
export interface Person {
  readonly ids: readonly string[]
  readonly name: string
}

type Lists = Readonly<Record<string, readonly string[]>>

/** The host's people and keys, and behind them who is listed and is none of these. */
export function peopleOf(
  known: readonly HostName[],
  lists: Lists,
  names: Readonly<Record<string, string>>,
): Person[] {
  const people = known.map(({ id, name, email }) => ({ ids: email === null ? [id] : [id, email], name }))
  const listed = [...new Set(Object.values(lists).flat())]
  const others = listed.filter((who) => !people.some(({ ids }) => ids.includes(who)))
  return [...people, ...others.map((who) => ({ ids: [who], name: names[who] ?? who }))]
}

export const isListed = (list: readonly string[], { ids }: Person): boolean =>
  list.some((who) => ids.includes(who))

/** A list with somebody on it, by the id, or with whatever named them taken off. */
export function listedWith(list: readonly string[], person: Person, isOn: boolean): string[] {
  const others = list.filter((who) => !person.ids.includes(who))
  return isOn ? [...others, ...person.ids.slice(0, 1)] : others
}
