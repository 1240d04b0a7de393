-- The oldest waiting mails of each shop are looked for shop by shop, so that one shop's backlog
-- stands before no other shop's mail.
create index review_mail_scheduled_by_shop on review_mail (shop_id, due_at, id)
  where state = 'SCHEDULED';
drop index review_mail_scheduled;
