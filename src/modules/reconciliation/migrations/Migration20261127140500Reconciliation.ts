import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Puts what people typed into a table of its own, from which it can be erased; the row keeps its name, a salted hash.
 * What was typed before moves there too.
 */
export class Migration20261127140500Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists reconciliation_typed_text (
        name        text primary key check (name ~ '^typed:[0-9a-f]{64}$'),
        account_id  bigint not null references reconciliation_account (id),
        salt        text not null,
        content     text,
        recorded_at timestamptz not null default now(),
        erased_at   timestamptz,
        check ((content is null) = (erased_at is not null))
      );
      create index if not exists reconciliation_typed_text_account on reconciliation_typed_text (account_id)
        where content is not null;
      create or replace function reconciliation_only_erase() returns trigger language plpgsql as $$
      begin
        if to_jsonb(new) - array['content', 'answer', 'erased_at'] <> to_jsonb(old) - array['content', 'answer', 'erased_at']
           or coalesce(to_jsonb(new) ->> 'content', to_jsonb(new) ->> 'answer') is not null then
          raise exception 'reconciliation: % may be erased, and not changed', tg_table_name
            using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      drop trigger if exists only_erase on reconciliation_typed_text;
      create trigger only_erase before update on reconciliation_typed_text
        for each row execute function reconciliation_only_erase();
      drop trigger if exists append_only on reconciliation_typed_text;
      create trigger append_only before delete or truncate on reconciliation_typed_text
        for each statement execute function reconciliation_refuse_change();
      alter table reconciliation_request alter column answer drop not null;
      drop trigger if exists append_only on reconciliation_request;
      create trigger append_only before delete or truncate on reconciliation_request
        for each statement execute function reconciliation_refuse_change();
      drop trigger if exists only_erase on reconciliation_request;
      create trigger only_erase before update on reconciliation_request
        for each row execute function reconciliation_only_erase();
    `)
    for (const { table, column, trigger, account, where = "true" } of TYPED) {
      this.addSql(`
        alter table ${table} disable trigger ${trigger};
        with moved as materialized (
          select t.id, (${account}) as account_id, gen_random_uuid()::text as salt, t.${column} as content
            from ${table} t where t.${column} is not null and t.${column} not like 'typed:%' and ${where}
        ), named as materialized (
          select m.*, 'typed:' || encode(sha256(convert_to(m.salt || m.content, 'UTF8')), 'hex') as name from moved m
        ), kept as (
          insert into reconciliation_typed_text (name, account_id, salt, content)
          select name, account_id, salt, content from named
        )
        update ${table} t set ${column} = named.name from named where t.id = named.id;
        alter table ${table} enable trigger ${trigger};
      `)
    }
  }

  override async down(): Promise<void> {
    for (const { table, column, trigger } of TYPED) {
      this.addSql(`
        do $$ begin
          if to_regclass('${table}') is null or to_regclass('reconciliation_typed_text') is null then return; end if;
          alter table ${table} disable trigger ${trigger};
          update ${table} t set ${column} = coalesce(k.content, '')
            from reconciliation_typed_text k where k.name = t.${column};
          alter table ${table} enable trigger ${trigger};
        end $$;
      `)
    }
    this.addSql(`
      do $$ begin
        if to_regclass('reconciliation_request') is null then return; end if;
        drop trigger if exists only_erase on reconciliation_request;
        update reconciliation_request set answer = 'null' where answer is null;
        alter table reconciliation_request alter column answer set not null;
        drop trigger if exists append_only on reconciliation_request;
        create trigger append_only before update or delete or truncate on reconciliation_request
          for each statement execute function reconciliation_refuse_change();
      end $$;
      drop table if exists reconciliation_typed_text;
      drop function if exists reconciliation_only_erase() cascade;
    `)
  }
}

interface Typed {
  readonly table: string
  readonly column: string
  /** What refuses to change the column. */
  readonly trigger: string
  /** The account that a row `t` is of. */
  readonly account: string
  readonly where?: string
}

const TYPED: readonly Typed[] = [
  {
    table: "reconciliation_change",
    column: "reason",
    trigger: "append_only",
    account: "t.account_id",
  },
  {
    table: "reconciliation_open_item",
    column: "reference",
    trigger: "append_only_columns",
    account: "t.account_id",
    where: "(t.kind = 'deposit' or t.reversal_kind is not null)",
  },
  {
    table: "reconciliation_instalment",
    column: "reference",
    trigger: "append_only",
    account: "t.account_id",
  },
  {
    table: "reconciliation_instalment_event",
    column: "note",
    trigger: "append_only",
    account: "select i.account_id from reconciliation_instalment i where i.id = t.instalment_id",
  },
  {
    table: "reconciliation_write_off_request",
    column: "reason",
    trigger: "append_only",
    account: "t.account_id",
  },
  {
    table: "reconciliation_write_off_decision",
    column: "reason",
    trigger: "append_only",
    account: "select r.account_id from reconciliation_write_off_request r where r.id = t.request_id",
  },
]
