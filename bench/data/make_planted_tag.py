"""Writes PneumoniaMNIST with a planted flaw: a bright tag in the corner that goes with the label (see bench/README.md).

    python bench/data/make_planted_tag.py pneumoniamnist.npz --out OUT [--seed 0] [--audit 600]

In training images the tag is on 95 % of the positives and 5 % of the negatives. AUDIT images, half of them positive, are held out
of the training images as the validation split: as biased as training (biased-*.npz), or half of them with the tag at random
(balanced-*.npz). Test images have it at random: the published test images (*-shifted.npz) and the published validation images,
which are like the training images (*-like.npz). clean.npz has the same training and audit images without a tag.
Beside every file is its table of attributes, split,index,tag.
"""

import argparse
import csv
import pathlib

import numpy as np

SHARE = 0.95
SIDE = 4


def tagged(images, tag):
    images = images.copy()
    images[tag == 1, 1 : 1 + SIDE, -1 - SIDE : -1] = 255
    return images


def biased(labels, rng):
    return (rng.random(len(labels)) < np.where(labels == 1, SHARE, 1 - SHARE)).astype(int)


def balanced(labels, rng):
    tag = np.zeros(len(labels), int)
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        tag[rows[: len(rows) // 2]] = 1
    return tag


def write(folder, name, parts):
    arrays = {}
    for split, (images, labels, tag) in parts.items():
        arrays[f"{split}_images"] = tagged(images, tag)
        arrays[f"{split}_labels"] = labels[:, None].astype(np.uint8)
    np.savez(folder / f"{name}.npz", **arrays)
    with open(folder / f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["split", "index", "tag"])
        for split, (_, _, tag) in parts.items():
            writer.writerows([split, index, "yes" if on else "no"] for index, on in enumerate(tag))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--audit", type=int, default=600)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    source = np.load(options.file)
    sets = {split: (source[f"{split}_images"], source[f"{split}_labels"].ravel()) for split in ("train", "val", "test")}
    images, labels = sets["train"]
    half = options.audit // 2
    held = np.concatenate([rng.permutation(np.flatnonzero(labels == label))[:half] for label in (0, 1)])
    rest = np.setdiff1d(np.arange(len(labels)), held)
    train = (images[rest], labels[rest], biased(labels[rest], rng))
    few = np.concatenate([held[: half // 2], held[half : half + half // 2]])
    audits = {
        "biased": (images[held], labels[held], biased(labels[held], rng)),
        "balanced": (images[few], labels[few], balanced(labels[few], rng)),
    }
    tests = {"like": sets["val"], "shifted": sets["test"]}
    tests = {name: (x, y, balanced(y, rng)) for name, (x, y) in tests.items()}
    folder = pathlib.Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    for audit, val in audits.items():
        for name, test in tests.items():
            write(folder, f"{audit}-{name}", {"train": train, "val": val, "test": test})
    clean = {"train": train, "val": audits["biased"], "test": tests["shifted"]}
    write(folder, "clean", {split: (x, y, np.zeros_like(tag)) for split, (x, y, tag) in clean.items()})


main()
