import { lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from "react"
import { getI18n, useTranslation } from "react-i18next"
import { readAsideWords, readLateWords, spokenOf, type Spoken } from "../i18n/late"

/** Gives the translator words of a language; what a store says in its own words stays. */
function give(spoken: Spoken, reconciliation: object): void {
  getI18n().addResourceBundle(spoken, "translation", { reconciliation }, true, false)
}

async function addWords(spoken: Spoken): Promise<void> {
  give(spoken, await readLateWords(spoken))
}

async function addAllWords(spoken: Spoken): Promise<void> {
  const words = await Promise.all([readLateWords(spoken), readAsideWords(spoken)])
  for (const some of words) give(spoken, some)
}

/** The same of the reader's language for who can say less without them: an error is told in the server's words then. */
export async function wishLateWords(): Promise<void> {
  await addWords(spokenOf(getI18n().language)).catch(() => undefined)
}

const Nothing = () => null

/** Draws nothing, and is drawn once the words are there. */
const arrivalOf = (words: (spoken: Spoken) => Promise<void>): Record<Spoken, ComponentType> => {
  const of = (spoken: Spoken) =>
    lazy(async () => {
      await words(spoken)
      return { default: Nothing }
    })
  return { en: of("en"), fr: of("fr") }
}

const NEEDED = arrivalOf(addWords)
const NEEDED_ASIDE = arrivalOf(addAllWords)
const WISHED = arrivalOf(async (spoken) => addWords(spoken).catch(() => undefined))

/**
 * A page or drawer that is loaded when it is opened, together with the late words of the reader's language: nothing of it is
 * shown before both are there, and what is open waits for the words of another language when the reader changes it.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  return withWords(load, NEEDED, readLateWords)
}

/** The same of a page that is seldom opened, whose words nobody else says. */
export function seldom<Props extends object>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  return withWords(load, NEEDED_ASIDE, async (spoken) =>
    Promise.all([readLateWords(spoken), readAsideWords(spoken)]),
  )
}

type Late<Props extends object> = LazyExoticComponent<ComponentType<Props>>

/** @param read begins to load the words beside the page, which then waits for them where it is drawn */
function withWords<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  needed: Record<Spoken, ComponentType>,
  read: (spoken: Spoken) => Promise<unknown>,
): Late<Props> {
  return lazy(async () => {
    const [Loaded] = await Promise.all([load(), read(spokenOf(getI18n().language))])
    function WithWords(props: Props) {
      const Words = needed[spokenOf(useTranslation().i18n.language)]
      return (
        <>
          <Words />
          <Loaded {...props} />
        </>
      )
    }
    return { default: WithWords }
  })
}

/** Part of a card that says a few late words: it stands there a moment later, and without them where they do not come. */
export function WithLateWords({ children }: { readonly children: ReactNode }) {
  const Words = WISHED[spokenOf(useTranslation().i18n.language)]
  return (
    <Suspense fallback={<div className="flex-1" />}>
      <Words />
      {children}
    </Suspense>
  )
}
