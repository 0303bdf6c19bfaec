import type { UiWords } from "../en/ui"

export const uiFr: UiWords = {
  effects: {
    what: "Ce qui change",
    now: "Maintenant",
    afterwards: "Ensuite",
    none: "Rien ne change.",
    stays: "reste",
  },
  unread: {
    list: "La liste n’a pas pu être chargée",
    instalments: "Les échéances n’ont pas pu être chargées",
    overview: "La vue d’ensemble n’a pas pu être chargée",
    audit: "L’audit n’a pas pu être lu jusqu’au bout",
    runs: "Les traitements n’ont pas pu être chargés",
    run: "Le traitement n’a pas pu être chargé",
    settings: "Les réglages n’ont pas pu être chargés",
    network: "Le serveur est injoignable. Vérifiez votre connexion.",
    remedy: "Rien n’a été modifié. Réessayez dans un instant.",
  },
  readOnly: {
    badge: "Lecture seule",
    more: "Vous pouvez tout consulter. Un administrateur de la boutique peut vous donner plus de droits.",
  },
  conflict: {
    title: "{{name}} a enregistré pendant votre saisie",
    kept_zero:
      "{{when}}. Rien de votre travail n’est perdu : vous avez modifié d’autres montants, et les deux sont gardés.",
    kept_one:
      "{{when}}. Rien de votre travail n’est perdu : décidez du montant que vous avez tous deux modifié.",
    kept_other:
      "{{when}}. Rien de votre travail n’est perdu : décidez des {{count}} montants que vous avez tous deux modifiés.",
    amount: "Montant",
    before: "Avant",
    mine: "Vous",
    keep: "Garder",
    agree: "Vous êtes d’accord",
    theirsStays: "le sien reste",
    mineStays: "vous seul l’avez modifié",
    keepMine: "Le mien",
    keepTheirs: "Le sien",
    keepOf: "{{amount}} : quel montant est gardé",
    discard: "Abandonner les miens, charger ce qui est enregistré",
    edit: "Continuer la saisie",
    save: "Enregistrer la fusion",
  },
  leave: {
    title: "Quitter sans enregistrer ?",
    text_one:
      "{{count}} montant modifié ({{amount}}) n’est pas enregistré. Il reste dans cet onglet jusqu’à sa fermeture.",
    text_other:
      "{{count}} montants modifiés ({{amount}}) ne sont pas enregistrés. Ils restent dans cet onglet jusqu’à sa fermeture.",
    typed_one: "{{count}} ligne est saisie et pas enregistrée. Elle est perdue si vous quittez.",
    typed_other: "{{count}} lignes sont saisies et pas enregistrées. Elles sont perdues si vous quittez.",
    stay: "Rester",
    go: "Quitter sans enregistrer",
    save: "Rester et enregistrer",
  },
  shortcuts: {
    title: "Clavier",
    or: "ou",
    close: "Fermer",
    caps: {
      Enter: "Entrée",
      Space: "Espace",
      Shift: "Maj",
      Esc: "Échap",
      Home: "Origine",
      End: "Fin",
      Del: "Suppr",
      PgUp: "PgPréc",
      PgDn: "PgSuiv",
    },
  },
  progress: {
    of: "{{done}} sur {{total}} {{things}}",
    left_one: "encore {{count}} seconde environ",
    left_other: "encore {{count}} secondes environ",
    percent: "{{percent}} %",
  },
}
