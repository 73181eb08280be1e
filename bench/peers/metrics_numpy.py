"""The metrics of bench/metrics by numpy, scikit-learn, scipy and pycocotools.

Reads JSON lines on stdin. The first holds the data; then {"what"} for every measurement, answered by {"seconds", "value"}. Seconds are
of the processor, so that a busy machine does not decide.
"""

import contextlib
import importlib.metadata
import io
import json
import sys
import time

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from scipy import ndimage
from sklearn.metrics import roc_auc_score


class Auroc:
    """Scores without ties, so that sorting once and summing up weights is all there is to do in numpy too."""

    def __init__(self, data):
        self.scores, self.labels = np.array(data["scores"]), np.array(data["labels"])
        self.subjects, self.draws = np.array(data["subjects"]), data["draws"]
        self.groups = [np.flatnonzero(self.labels == k) for k in (0, 1)]

    def resampled(self, rng):
        return np.concatenate([rng.choice(group, len(group)) for group in self.groups])

    def by_sklearn(self):
        rng = np.random.default_rng(1)
        values = []
        for _ in range(self.draws):
            rows = self.resampled(rng)
            values.append(roc_auc_score(self.labels[rows], self.scores[rows]))
        return np.percentile(values, [2.5, 97.5]).tolist()

    def of_weights(self, weights):
        positive, negative = weights * self.sorted_labels, weights * (1 - self.sorted_labels)
        return (negative * np.cumsum(positive)).sum() / (positive.sum() * negative.sum())

    def by_numpy(self):
        rng = np.random.default_rng(1)
        order = np.argsort(-self.scores)
        self.sorted_labels = self.labels[order].astype(float)
        values = [
            self.of_weights(np.bincount(self.resampled(rng), minlength=len(self.labels))[order]) for _ in range(self.draws)
        ]
        return np.percentile(values, [2.5, 97.5]).tolist()

    def of_subjects(self):
        """Subjects within strata of the classes that they cover, as in the package."""
        rng = np.random.default_rng(1)
        order = np.argsort(-self.scores)
        self.sorted_labels = self.labels[order].astype(float)
        _, unit = np.unique(self.subjects, return_inverse=True)
        covers = np.zeros((unit.max() + 1, 2), bool)
        covers[unit, self.labels] = True
        strata = [np.flatnonzero((covers == kind).all(1)) for kind in ([True, False], [False, True], [True, True])]
        values = []
        for _ in range(self.draws):
            drawn = np.concatenate([rng.choice(stratum, len(stratum)) for stratum in strata if len(stratum)])
            values.append(self.of_weights(np.bincount(drawn, minlength=len(covers))[unit][order]))
        return np.percentile(values, [2.5, 97.5]).tolist()


class Masks:
    def __init__(self, data):
        self.pairs = [[np.array(mask, bool).reshape(data["side"], data["side"]) for mask in pair] for pair in data["pairs"]]

    def hd95(self):
        distances = []
        for pair in self.pairs:
            outlines = [mask ^ ndimage.binary_erosion(mask) for mask in pair]
            ways = [
                np.percentile(ndimage.distance_transform_edt(~outlines[1 - k])[outlines[k]], 95) for k in (0, 1)
            ]
            distances.append(max(ways))
        return float(np.mean(distances))


class Detection:
    def __init__(self, data):
        self.images, self.classes = data["images"], data["classCount"]

    def coco(self):
        def box(one):
            return [one["x"], one["y"], one["width"], one["height"]]

        annotations = [
            {"image_id": i, "category_id": r["classIndex"], "bbox": box(r), "area": r["width"] * r["height"], "iscrowd": 0}
            for i, image in enumerate(self.images) for r in image["reference"]
        ]
        for number, annotation in enumerate(annotations, 1):
            annotation["id"] = number
        found = [
            {"image_id": i, "category_id": d["classIndex"], "bbox": box(d), "score": d["score"]}
            for i, image in enumerate(self.images) for d in image["detected"]
        ]
        with contextlib.redirect_stdout(io.StringIO()):
            truth = COCO()
            truth.dataset = {"info": {}, "images": [{"id": i} for i in range(len(self.images))],
                             "categories": [{"id": k} for k in range(self.classes)], "annotations": annotations}
            truth.createIndex()
            results = truth.loadRes(found)
            start = time.process_time()
            run = COCOeval(truth, results, "bbox")
            run.evaluate()
            run.accumulate()
            run.summarize()
        self.seconds = time.process_time() - start
        return float(run.stats[0])


def main():
    data = json.loads(sys.stdin.readline())
    auroc, masks, detection = Auroc(data["auroc"]), Masks(data["masks"]), Detection(data["detection"])
    names = ["numpy", "scikit-learn", "scipy", "pycocotools"]
    print(json.dumps({"versions": {name: importlib.metadata.version(name) for name in names}}), flush=True)
    calls = {"auroc-sklearn": auroc.by_sklearn, "auroc": auroc.by_numpy, "subjects": auroc.of_subjects,
             "hd95": masks.hd95, "coco": detection.coco}
    for line in sys.stdin:
        what = json.loads(line)["what"]
        start = time.process_time()
        value = calls[what]()
        # Reading annotations in is no part of pycocotools' evaluation.
        seconds = detection.seconds if what == "coco" else time.process_time() - start
        print(json.dumps({"seconds": seconds, "value": value}), flush=True)


main()
