/** The host names its languages "fr" or "ptBR"; `Intl` wants "fr" and "pt-BR". */
export function intlLocale(language: string | undefined): string {
  const tag = (language ?? "en").replace(/([a-z])([A-Z])/g, "$1-$2")
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en"
  } catch {
    return "en"
  }
}
