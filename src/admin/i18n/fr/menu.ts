import type { MenuWords } from "../en/menu"

export const menuFr: MenuWords = {
  menu: {
    title: "Rapprochement",
    unreconciled: "Non rapprochés",
    transactions: "Opérations",
    instalments: "Échéances",
    loading: "Chargement des opérations…",
    loadingInstalments: "Chargement des paiements prévus…",
    none: "Tout est rapproché",
    count_one: "{{count}} opération n’est pas rapprochée",
    count_other: "{{count}} opérations ne sont pas rapprochées",
  },
}
