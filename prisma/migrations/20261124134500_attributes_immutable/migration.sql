-- What a version says of its attributes is part of its content hash, as its samples are.
CREATE TRIGGER "attributes_immutable" BEFORE UPDATE ON "attributes"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
