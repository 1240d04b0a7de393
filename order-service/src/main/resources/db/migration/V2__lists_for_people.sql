-- What people page through, newest first, over all shops or one shop's.
create index review_mail_newest_of_all on review_mail (planned_at desc, id);
create index shop_order_newest_of_all on shop_order (ordered_at desc, id desc);
create index csv_import_newest on csv_import (shop_id, started_at desc);
