-- Locks the tables that the setting dossier.tables names, in that order; a refusal says in its context at which.
do $$
declare
    place text;
begin
    foreach place in array string_to_array(current_setting('dossier.tables'), ' ') loop
        execute format('lock table %s in access exclusive mode', place);
    end loop;
end
$$
