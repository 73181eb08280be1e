/** A model that training can't start from, or not with these settings or images. */
export class TransferRefused extends Error {
  override name = "TransferRefused";
}
