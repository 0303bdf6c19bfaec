import type { WhyWords } from "../en/why"

export const whyFr: WhyWords = {
  why: {
    allocated: "{{amount}} provenant de « {{credit}} » : {{reason}} ; {{limit}}.",
    posted: "{{amount}} sur « {{item}} » : {{reason}}.",
    waits: "{{limit}} ; {{waiting}}",
    ownRule: "choisi par la règle propre à la boutique « {{rule}} »",
    limits: {
      settled: "le poste « {{debit}} » était ouvert pour {{open}} et a été soldé",
      share:
        "le poste « {{debit}} » était ouvert pour {{open}}, et sa part de « {{credit}} » est de {{amount}}",
      used_up: "le poste « {{debit}} » était ouvert pour {{open}}, mais il ne restait que {{amount}}",
    },
    waiting: {
      line_order: "les articles suivants attendent le prochain paiement",
      oldest_first: "les articles et commandes suivants attendent le prochain paiement",
      due_date: "ce qui échoit plus tard attend le prochain paiement",
    },
    reasons: {
      line_order: "le paiement s’impute sur les articles dans l’ordre de la commande, du premier au dernier",
      oldest_first: "la commande la plus ancienne est réglée d’abord, ses articles dans l’ordre",
      due_date: "ce qui échoit en premier est réglé en premier",
      pro_rata: "le paiement est réparti au prorata de ce que chaque article a d’ouvert",
      component_priority:
        "les composantes de la commande sont réglées l’une après l’autre, selon la priorité fixée par la boutique",
      exact_match: "c’est exactement le solde ouvert de cette seule commande",
      exact_balance: "c’est exactement le solde dû de tout le compte",
      instalment: "il honore une échéance prévue, réservée à cet article",
      pinned: "ce montant était réservé à cet article",
      manual: "une personne l’a imputé là",
      restored: "il était ici avant, et ce qui l’avait déplacé a été annulé",
      own_line: "un article diminué solde d’abord ce qu’il doit encore lui-même",
      own_order: "l’avoir d’un article diminué règle d’autres articles de sa commande",
      refund_of_credit: "l’avoir a été accordé pour ce remboursement",
      refund_of_line: "le remboursement rend ce que cet article a à restituer",
      refund_of_chosen_line: "le remboursement a été fait pour cet article",
      refund_of_surplus: "le remboursement rend un trop-perçu qu’aucun article n’absorbait",
      transferred: "la commande est passée sur un autre compte, où le reste se poursuit",
      voided_money: "le paiement a été annulé avant d’avoir rien réglé",
      voided_refund: "le remboursement a été annulé avant d’avoir été réglé",
      reversed_rest: "le payeur ou la banque a repris ce qui ne réglait encore rien",
      reversed_void: "la boutique a supprimé le paiement dont la reprise est déjà comptabilisée",
      reversed_refund: "la boutique a enregistré la reprise comme un remboursement",
      written_off: "un moins-perçu est abandonné",
      cash_discount:
        "c’est l’escompte pour paiement anticipé, réparti selon ce que les articles avaient d’ouvert",
      surplus_kept: "un petit excédent est conservé",
      write_off_undone: "l’écart de règlement est annulé",
      replaced_money: "il remplace un paiement repris après avoir réglé quelque chose",
      replaced_refund: "il remplace un remboursement repris après avoir été réglé",
      moved: "il est passé sur un autre compte, où il continue",
      move_undone: "le passage sur un autre compte est annulé",
      paid_back: "il a été rendu sans commande",
      pay_back_undone: "il avait été noté comme rendu, et n’est jamais parti",
      reversal_undone: "la reprise avait été saisie par erreur",
      reversed_line: "le payeur ou la banque a repris ce qui le réglait : il est de nouveau ouvert",
      credit_waiting: "il a été diminué d’autant, et rien n’utilise encore cet avoir",
    },
  },
  names: {
    dated: "{{what}} du {{date}}",
    datedOfItem: "{{what}} du {{date}} : {{title}}",
    byMethod: "{{kind}} ({{method}})",
    taken_back: { debit: "Paiement annulé", credit: "Remboursement annulé" },
  },
  notices: {
    transaction_miscounted: {
      detail:
        "La boutique compte un paiement ou un remboursement pour un autre montant que celui effectué ; l’écart est de {{amount}}.",
      remedy:
        "Ne remboursez pas une seconde fois. Vérifiez le paiement chez le prestataire, corrigez les transactions de la commande, puis passez un avoir sur la commande pour ce qu’elles laissent dû.",
    },
    mirror_unknown: {
      detail:
        "La boutique a un paiement de {{amount}} qui dit refléter de l’argent de ce registre, lequel n’en sait rien.",
      remedy:
        "Il a été créé avec un autre état du registre, d’avant une restauration peut-être : rien n’en a été comptabilisé. Remboursez-le dans la boutique, ou enregistrez l’argent en acompte.",
    },
    refund_without_row: {
      detail: "La boutique compte un remboursement qui n’a jamais été effectué ; l’écart est de {{amount}}.",
      remedy: "Interrogez le prestataire de paiement, puis remboursez de nouveau ou corrigez la commande.",
    },
    refund_without_transaction: {
      detail: "Un remboursement a été effectué que la boutique ne compte pas ; l’écart est de {{amount}}.",
      remedy:
        "Vérifiez le paiement chez le prestataire, ajoutez la transaction qui manque à la commande, puis passez un avoir sur la commande pour ce qu’elle laisse dû.",
    },
    capture_without_transaction: {
      detail: "Un paiement a été encaissé que la boutique ne compte pas ; l’écart est de {{amount}}.",
      remedy: "Vérifiez le paiement chez le prestataire et les transactions de la commande.",
    },
    refund_above_received: {
      detail: "« {{title}} » a été remboursé de {{amount}} de plus que ce qu’il avait reçu.",
      remedy:
        "Rien n’est perdu : un autre article a été remboursé d’autant de moins. Si le remboursement visait d’autres articles, choisissez-les lors du remboursement.",
    },
    refund_unexplained: {
      detail: "{{amount}} du remboursement du {{date}} ne rend rien que la commande avait à restituer.",
      remedy:
        "Réceptionnez le retour pour lequel il a été fait, passez un avoir sur la commande, ou réclamez-le au client : d’ici là, la commande le doit.",
    },
  },
}
