-- One row: what has to be known of the server before anything is written.
select
    current_setting('server_version_num')::integer as version_number,
    current_setting('server_version') as version,
    current_setting('server_encoding') as encoding,
    pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as is_read_only,
    has_database_privilege(current_database(), 'CREATE') as may_create,
    current_user::text as user_name,
    current_database()::text as database_name
