-- Whose rows a caller may see. A null or empty scope finds nothing; everybody's rows have to be asked
-- for, by the highest UUID (RFC 9562, 5.10).
create function in_scope(scope uuid[], organisation_id uuid) returns boolean
  language sql immutable parallel safe as $$
  select organisation_id = any(scope) or 'ffffffff-ffff-ffff-ffff-ffffffffffff' = any(scope)
$$;

-- The id of the organisation of one person, which every service comes to by itself.
create function organisation_of_one(subject text) returns uuid
  language sql immutable strict parallel safe as $$
  select md5('person:' || subject)::uuid
$$;
