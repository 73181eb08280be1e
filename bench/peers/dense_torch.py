"""A U-Net that segments and a small CenterNet that detects, as somebody would write them in PyTorch, trained for a given processor time.

Reads one line of JSON on stdin, the task: {"kind": "segmentation" | "detection", "folder", "size", "channels", "classes", "seed",
"threads", "cpuSeconds"}. The folder holds train.images and test.images (uint8 [n, size, size, channels]) with train.masks (uint8
[n, size, size], 255 is not scored) or train.boxes (JSON, a list of [class, left, top, width, height] for each image). Writes test.masks or
test.boxes (with a score at the end of each box) there, and answers {"torch", "parameters", "epochs", "cpuSeconds"}.

U-Net: Ronneberger et al. 2015 with batch normalisation. CenterNet: Zhou et al. 2019, on the same way up as far as stride 4.
"""

import json
import math
import pathlib
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

WIDTHS = (16, 32, 64, 128)
STRIDE = 4
BATCH = 16
IGNORED = 255
SHIFT_PIXELS, ROTATION_DEGREES, SCALE, BRIGHTNESS = 2, 10, 0.1, 0.1
MOST_BOXES = 100


def double_convolution(before, after):
    return nn.Sequential(
        nn.Conv2d(before, after, 3, padding=1, bias=False),
        nn.BatchNorm2d(after),
        nn.ReLU(inplace=True),
        nn.Conv2d(after, after, 3, padding=1, bias=False),
        nn.BatchNorm2d(after),
        nn.ReLU(inplace=True),
    )


class UNet(nn.Module):
    """Down by `WIDTHS` and up again to a map of `1 / stride` of the image's side."""

    def __init__(self, channels, outputs, stride):
        super().__init__()
        befores = (channels, *WIDTHS)
        self.down = nn.ModuleList([double_convolution(a, b) for a, b in zip(befores, WIDTHS)])
        levels = range(len(WIDTHS) - 2, int(math.log2(stride)) - 1, -1)
        self.levels = list(levels)
        self.up = nn.ModuleList([double_convolution(WIDTHS[k + 1] + WIDTHS[k], WIDTHS[k]) for k in levels])
        self.head = nn.Conv2d(WIDTHS[self.levels[-1]], outputs, 1)

    def forward(self, images):
        x, maps = images * 2 - 1, []
        for level, block in enumerate(self.down):
            x = block(x if level == 0 else F.max_pool2d(x, 2))
            maps.append(x)
        for level, block in zip(self.levels, self.up):
            x = block(torch.cat([F.interpolate(x, scale_factor=2, mode="nearest"), maps[level]], 1))
        return self.head(x)


def draw_moves(count, size):
    """Inverse affine maps [count, 2, 3] in the coordinates of affine_grid, and what they are made of."""
    angle = (torch.rand(count) * 2 - 1) * math.radians(ROTATION_DEGREES)
    scale = 1 + (torch.rand(count) * 2 - 1) * SCALE
    shift = (torch.rand(count, 2) * 2 - 1) * SHIFT_PIXELS * 2 / size
    cos, sin = angle.cos() / scale, angle.sin() / scale
    inverse = torch.stack([torch.stack([cos, sin], 1), torch.stack([-sin, cos], 1)], 1)
    offset = -(inverse @ shift[:, :, None])
    return torch.cat([inverse, offset], 2), angle, scale, shift


def moved_images(images, moves):
    grid = F.affine_grid(moves, list(images.shape), align_corners=False)
    brightness = (torch.rand(len(images), 1, 1, 1) * 2 - 1) * BRIGHTNESS
    return (F.grid_sample(images, grid, padding_mode="border", align_corners=False) + brightness).clamp(0, 1)


def moved_masks(masks, moves):
    """What comes from outside of the image is ignored."""
    shifted = (masks.float() + 1)[:, None]
    grid = F.affine_grid(moves, list(shifted.shape), align_corners=False)
    found = F.grid_sample(shifted, grid, mode="nearest", align_corners=False)[:, 0].round().long()
    return torch.where(found == 0, IGNORED, found - 1)


def moved_boxes(boxes, size, angle, scale, shift):
    """The hull of the turned ellipse in each box."""
    if len(boxes) == 0:
        return boxes
    half = boxes[:, 3:] / 2
    centre = (boxes[:, 1:3] + half) * 2 / size - 1
    cos, sin = math.cos(angle), math.sin(angle)
    turned = centre @ np.array([[cos, sin], [-sin, cos]]) * scale + shift
    squares = half**2
    wide = np.sqrt(squares @ np.array([[cos**2, sin**2], [sin**2, cos**2]])) * scale
    low = (turned + 1) * size / 2 - wide
    first, last = np.clip(low, 0, size), np.clip(low + 2 * wide, 0, size)
    kept = np.concatenate([boxes[:, :1], first, last - first], 1)
    return kept[((turned > -1) & (turned < 1)).all(1) & (last - first > 1).all(1)]


def segmentation_loss(logits, masks):
    known = masks != IGNORED
    entropy = F.cross_entropy(logits, masks, ignore_index=IGNORED)
    classes = logits.shape[1]
    truth = F.one_hot(torch.where(known, masks, 0), classes).permute(0, 3, 1, 2)[:, 1:] * known[:, None]
    guess = logits.softmax(1)[:, 1:] * known[:, None]
    shared, both = (guess * truth).sum([0, 2, 3]), (guess + truth).sum([0, 2, 3])
    return entropy + 1 - ((2 * shared + 1) / (both + 1)).mean()


def detection_targets(boxes, side, classes):
    """Heat [classes, side, side], and offset and log size [4, side, side] with where they count [side, side]."""
    heat, places = np.zeros((classes, side, side), np.float32), np.zeros((5, side, side), np.float32)
    rows, columns = np.mgrid[0:side, 0:side]
    for kind, left, top, width, height in boxes:
        x, y, w, h = (left + width / 2) / STRIDE, (top + height / 2) / STRIDE, width / STRIDE, height / STRIDE
        column, row = min(side - 1, int(x)), min(side - 1, int(y))
        deviations = max(w / 6, 0.4), max(h / 6, 0.4)
        bell = np.exp(-((columns - column) ** 2) / (2 * deviations[0] ** 2) - (rows - row) ** 2 / (2 * deviations[1] ** 2))
        heat[int(kind)] = np.maximum(heat[int(kind)], bell)
        places[:, row, column] = x - column, y - row, math.log(w), math.log(h), 1
    return heat, places


def detection_loss(output, heat, places):
    logits, found = output[:, :-4], output[:, -4:]
    positive = (heat == 1).float()
    count = positive.sum().clamp(min=1)
    guess = logits.sigmoid()
    right = positive * (1 - guess) ** 2 * F.logsigmoid(logits)
    wrong = (1 - positive) * (1 - heat) ** 4 * guess**2 * F.logsigmoid(-logits)
    focal = -(right + wrong).sum() / count
    at = places[:, 4:]
    return focal + ((found - places[:, :4]).abs() * at).sum() / at.sum().clamp(min=1)


def decoded(output, size):
    """[class, left, top, width, height, score] of the peaks of one image, surest first."""
    heat, maps = output[:-4].sigmoid(), output[-4:].numpy()
    peaks = heat * (heat == F.max_pool2d(heat[None], 3, 1, 1)[0])
    scores, places = peaks.flatten().topk(min(MOST_BOXES, peaks.numel()))
    side, boxes = heat.shape[-1], []
    for score, place in zip(scores.tolist(), places.tolist()):
        kind, row, column = place // (side * side), place // side % side, place % side
        dx, dy, w, h = maps[:, row, column]
        width, height = (min(side, math.exp(min(float(v), math.log(side)))) * STRIDE for v in (w, h))
        left, top = max(0, (column + dx) * STRIDE - width / 2), max(0, (row + dy) * STRIDE - height / 2)
        right, bottom = min(size, (column + dx) * STRIDE + width / 2), min(size, (row + dy) * STRIDE + height / 2)
        if score >= 0.01 and right > left and bottom > top:
            boxes.append([kind, *(float(v) for v in (left, top, right - left, bottom - top)), score])
    return boxes


class Task:
    def __init__(self, task):
        self.kind, self.size, self.classes = task["kind"], task["size"], task["classes"]
        self.folder = pathlib.Path(task["folder"])
        self.channels = task["channels"]
        self.train_images, self.test_images = self.read_images("train"), self.read_images("test")
        if self.kind == "segmentation":
            masks = np.fromfile(self.folder / "train.masks", np.uint8).reshape(-1, self.size, self.size)
            self.masks = torch.from_numpy(masks)
        else:
            boxes = json.loads((self.folder / "train.boxes").read_text())
            self.boxes = [np.array(of_image, np.float64).reshape(-1, 5) for of_image in boxes]
        outputs = self.classes if self.kind == "segmentation" else self.classes + 4
        self.network = UNet(self.channels, outputs, 1 if self.kind == "segmentation" else STRIDE)
        if self.kind == "detection":
            # A rare class at the start, as in the focal loss's paper.
            nn.init.constant_(self.network.head.bias[: self.classes], -2.19)

    def read_images(self, split):
        pixels = np.fromfile(self.folder / f"{split}.images", np.uint8)
        return torch.from_numpy(pixels.reshape(-1, self.size, self.size, self.channels)).permute(0, 3, 1, 2)

    def loss(self, rows):
        moves, angle, scale, shift = draw_moves(len(rows), self.size)
        output = self.network(moved_images(self.train_images[rows].float() / 255, moves))
        if self.kind == "segmentation":
            return segmentation_loss(output, moved_masks(self.masks[rows], moves))
        targets = [
            detection_targets(
                moved_boxes(self.boxes[row], self.size, float(angle[k]), float(scale[k]), shift[k].numpy()),
                self.size // STRIDE,
                self.classes,
            )
            for k, row in enumerate(rows.tolist())
        ]
        heat, places = (torch.from_numpy(np.stack(parts)) for parts in zip(*targets))
        return detection_loss(output, heat, places)

    def fit(self, seconds):
        """Trains until the processor time is used up. Returns epochs taken."""
        rate = 2e-3
        optimiser = torch.optim.AdamW(self.network.parameters(), lr=rate, weight_decay=0.01)
        start, steps, count = time.process_time(), 0, len(self.train_images)
        batch = min(BATCH, max(2, count // 2))
        while (used := (time.process_time() - start) / seconds) < 1:
            order = torch.randperm(count)
            for first in range(0, count - batch + 1, batch):
                used = (time.process_time() - start) / seconds
                if used >= 1:
                    break
                for group in optimiser.param_groups:
                    group["lr"] = rate * min(1, used / 0.05 + 0.01) * 0.5 * (1 + math.cos(math.pi * used))
                loss = self.loss(order[first : first + batch])
                optimiser.zero_grad(set_to_none=True)
                loss.backward()
                nn.utils.clip_grad_norm_(self.network.parameters(), 5)
                optimiser.step()
                steps += 1
        return steps * batch / count

    @torch.no_grad()
    def predict(self):
        self.network.eval()
        parts = [self.network(part.float() / 255) for part in self.test_images.split(32)]
        output = torch.cat(parts)
        if self.kind == "segmentation":
            output.argmax(1).to(torch.uint8).numpy().tofile(self.folder / "test.masks")
        else:
            (self.folder / "test.boxes").write_text(json.dumps([decoded(one, self.size) for one in output]))


def main():
    task = json.loads(sys.stdin.readline())
    torch.set_num_threads(task["threads"])
    torch.manual_seed(task["seed"])
    run = Task(task)
    start = time.process_time()
    epochs = run.fit(task["cpuSeconds"])
    used = time.process_time() - start
    run.predict()
    parameters = sum(p.numel() for p in run.network.parameters())
    answer = {"torch": torch.__version__, "parameters": parameters, "epochs": epochs, "cpuSeconds": used}
    print(json.dumps(answer), flush=True)


main()
