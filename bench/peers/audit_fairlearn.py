"""Group metrics of bench/audit with bootstrap intervals, by fairlearn and by numpy.

    python audit_fairlearn.py FILE HOW DRAWS

FILE has {"labels", "scores", "attributes"}; HOW is "fairlearn" (MetricFrame's own bootstrap over scikit-learn's metrics) or "numpy" (values by
MetricFrame, intervals by counts of a resample, everything sorted and binned once). Prints {"seconds", "megabytes", "values", "versions"};
seconds are of the processor.
"""

import importlib.metadata
import json
import resource
import sys
import time
import warnings

import numpy as np
from fairlearn.metrics import MetricFrame, false_positive_rate, selection_rate, true_positive_rate
from sklearn.metrics import accuracy_score, brier_score_loss, precision_score, roc_auc_score

BINS = 15
MEASURES = ["accuracy", "auroc", "tpr", "fpr", "ppv", "selectionRate", "underdiagnosis", "ece", "brier"]


def bins_of(score):
    """Bin of the predicted class's confidence, and how far being right exceeds it."""
    confidence = np.maximum(score, 1 - score)
    return np.clip(np.ceil(confidence * BINS).astype(int) - 1, 0, BINS - 1), confidence


def calibration_error(label, score):
    place, confidence = bins_of(score)
    excess = ((score > 0.5) == label) - confidence
    return np.abs(np.bincount(place, excess, BINS)).sum() / len(label)


def called(metric):
    return lambda label, score: metric(label, (score >= 0.5).astype(int))


METRICS = dict(zip(MEASURES, [
    called(accuracy_score), roc_auc_score, called(true_positive_rate), called(false_positive_rate), called(precision_score),
    called(selection_rate), called(lambda label, guess: 1 - true_positive_rate(label, guess)), calibration_error, brier_score_loss,
]))


def by_fairlearn(label, score, attribute, draws):
    frame = MetricFrame(
        metrics=METRICS, y_true=label, y_pred=score, sensitive_features=attribute,
        n_boot=draws, ci_quantiles=[0.025, 0.975], random_state=1,
    )
    return frame.by_group, frame.by_group_ci


class Counted:
    """Everything that does not depend on a resample, worked out once for one attribute: cases lie by group, then by score."""

    def __init__(self, label, score, attribute):
        self.order = np.lexsort((score, attribute))
        label, score, group = label[self.order], score[self.order], attribute[self.order]
        self.sizes = np.bincount(group)
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)[:-1]])
        self.groups = len(self.sizes)
        guess = score >= 0.5
        self.cell = (group * 2 + label) * 2 + guess
        place, confidence = bins_of(score)
        self.bin = group * BINS + place
        self.excess = ((score > 0.5) == label) - confidence
        self.brier = (score - label) ** 2
        self.label, self.score, self.group = label.astype(float), score, group

    def of(self, weights):
        counts = np.bincount(self.cell, weights, 4 * self.groups).reshape(-1, 2, 2)
        total = counts.sum((1, 2))
        negatives, positives = counts[:, 0].sum(1), counts[:, 1].sum(1)
        below = np.cumsum(weights * (1 - self.label))
        before = below[self.starts] - (weights * (1 - self.label))[self.starts]
        area = np.add.reduceat(weights * self.label * (below - before[self.group]), self.starts)
        gaps = np.abs(np.bincount(self.bin, weights * self.excess, BINS * self.groups).reshape(-1, BINS)).sum(1)
        tpr = counts[:, 1, 1] / positives
        return np.stack([
            (counts[:, 0, 0] + counts[:, 1, 1]) / total, area / (positives * negatives), tpr, counts[:, 0, 1] / negatives,
            counts[:, 1, 1] / counts[:, :, 1].sum(1), counts[:, :, 1].sum(1) / total, 1 - tpr, gaps / total,
            np.add.reduceat(weights * self.brier, self.starts) / total,
        ])


def by_numpy(label, score, attribute, draws):
    values = MetricFrame(metrics=METRICS, y_true=label, y_pred=score, sensitive_features=attribute).by_group
    counted = Counted(label, score, attribute)
    rng = np.random.default_rng(1)
    found = np.empty((draws, len(MEASURES), counted.groups))
    for draw in range(draws):
        drawn = [rng.integers(start, start + size, size) for start, size in zip(counted.starts, counted.sizes)]
        found[draw] = counted.of(np.bincount(np.concatenate(drawn), minlength=len(label)).astype(float))
    return values, np.percentile(found, [2.5, 97.5], axis=0)


def main():
    file, how, draws = sys.argv[1:]
    with open(file) as lines:
        data = json.load(lines)
    label, score = np.array(data["labels"]), np.array(data["scores"])
    attributes = [np.array(attribute) for attribute in data["attributes"]]
    audit = {"fairlearn": by_fairlearn, "numpy": by_numpy}[how]
    warnings.simplefilter("ignore")
    start = time.process_time()
    found = [audit(label, score, attribute, int(draws))[0] for attribute in attributes]
    seconds = time.process_time() - start
    print(json.dumps({
        "seconds": seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "values": [frame[MEASURES].to_numpy().tolist() for frame in found],
        "versions": {name: importlib.metadata.version(name) for name in ("fairlearn", "numpy", "scikit-learn")},
    }))


main()
