import { lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from "react"
import { getI18n, useTranslation } from "react-i18next"
import { readLateWords, spokenOf, type Spoken } from "../i18n/late"

/** Gives the translator the late words of a language; what a store says in its own words stays. */
async function addWords(spoken: Spoken): Promise<void> {
  const reconciliation = await readLateWords(spoken)
  getI18n().addResourceBundle(spoken, "translation", { reconciliation }, true, false)
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
const WISHED = arrivalOf(async (spoken) => addWords(spoken).catch(() => undefined))

/**
 * A page or drawer that is loaded when it is opened, together with the late words of the reader's language: nothing of it is
 * shown before both are there, and what is open waits for the words of another language when the reader changes it.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [Loaded] = await Promise.all([load(), readLateWords(spokenOf(getI18n().language))])
    function WithWords(props: Props) {
      const Words = NEEDED[spokenOf(useTranslation().i18n.language)]
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
