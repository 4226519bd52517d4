/**
 * What an auditor looks for in a long record: by act, by person, by instant, and by words. The words of an entry are those of all
 * texts of its details, so that ids of reads and subjects are among them, and `role:` with each role that it was made in; the
 * same function splits what is asked for. Of an entry with thousands of words the first 8,000 by order are found.
 */
export const auditSearch = `
create function audit_words(entry jsonb) returns tsvector language sql immutable parallel safe as $$ select coalesce(array_to_tsvector(array_agg(word)), ''::tsvector) from (select word from (select left(lower(part), 100) as word from jsonb_path_query(entry -> 'details', 'strict $.** ? (@.type() == "string")') as text, regexp_split_to_table(text #>> '{}', '[^[:alnum:]_.-]+') as part union select 'role:' || role from jsonb_array_elements_text(case when jsonb_typeof(entry -> 'roles') = 'array' then entry -> 'roles' else '[]' end) as role) as said where word ~ '[[:alnum:]]' order by word limit 8000) as words $$;
create function audit_query(asked text) returns tsquery language sql immutable parallel safe as $$ select string_agg('''' || word || ''':*', ' & ')::tsquery from (select distinct left(lower(part), 100) as word from regexp_split_to_table(asked, '[^[:alnum:]_.-]+') as part) as words where word ~ '[[:alnum:]]' $$;
create index audit_entry_words on audit_entry using gin (audit_words(entry)) with (fastupdate = off);
create index audit_entry_of_act on audit_entry (chain, (entry ->> 'act'), sequence);
create index audit_entry_of_person on audit_entry (chain, (entry ->> 'by'), sequence);
create index audit_entry_of_instant on audit_entry (chain, (entry ->> 'at'), sequence);
`;
