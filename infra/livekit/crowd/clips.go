package main

import (
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"time"

	"github.com/livekit/protocol/livekit"
	"github.com/pion/webrtc/v4"
	"github.com/pion/webrtc/v4/pkg/media"
	"github.com/pion/webrtc/v4/pkg/media/ivfreader"
	"github.com/pion/webrtc/v4/pkg/media/oggreader"
)

const opusSamplesPerSecond = 48_000

// clip is what a participant publishes: read once, played by everybody over and over. LiveKit's own track writer ends
// with its file and gives every picture a second.
type clip struct {
	id       string
	mimeType string
	samples  []media.Sample
	describe func(*livekit.AddTrackRequest)
}

func readClips(video, audio string) ([]clip, error) {
	var clips []clip
	if video != "" {
		pictures, err := readVideo(video)
		if err != nil {
			return nil, err
		}
		clips = append(clips, pictures)
	}
	if audio != "" {
		voice, err := readAudio(audio)
		if err != nil {
			return nil, err
		}
		clips = append(clips, voice)
	}
	return clips, nil
}

func readVideo(path string) (clip, error) {
	file, err := os.Open(path)
	if err != nil {
		return clip{}, err
	}
	defer file.Close()
	reader, header, err := ivfreader.NewWith(file)
	if err != nil {
		return clip{}, err
	}
	perFrame := time.Second * time.Duration(header.TimebaseNumerator) / time.Duration(header.TimebaseDenominator)
	var frames []media.Sample
	for {
		frame, _, err := reader.ParseNextFrame()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return clip{}, err
		}
		frames = append(frames, media.Sample{Data: frame, Duration: perFrame})
	}
	width, height := uint32(header.Width), uint32(header.Height)
	return clip{id: "camera", mimeType: webrtc.MimeTypeVP8, samples: frames, describe: func(track *livekit.AddTrackRequest) {
		track.Source = livekit.TrackSource_CAMERA
		track.Width, track.Height = width, height
		track.Layers = []*livekit.VideoLayer{{Quality: livekit.VideoQuality_HIGH, Width: width, Height: height}}
	}}, nil
}

func readAudio(path string) (clip, error) {
	file, err := os.Open(path)
	if err != nil {
		return clip{}, err
	}
	defer file.Close()
	reader, _, err := oggreader.NewWith(file)
	if err != nil {
		return clip{}, err
	}
	var packets []media.Sample
	var before uint64
	for {
		page, header, err := reader.ParseNextPage()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return clip{}, err
		}
		// The page of comments has no sound.
		if header.GranulePosition == before {
			continue
		}
		length := time.Second * time.Duration(header.GranulePosition-before) / opusSamplesPerSecond
		before = header.GranulePosition
		packets = append(packets, media.Sample{Data: page, Duration: length})
	}
	return clip{id: "microphone", mimeType: webrtc.MimeTypeOpus, samples: packets, describe: func(track *livekit.AddTrackRequest) {
		track.Source = livekit.TrackSource_MICROPHONE
	}}, nil
}

// play sends the clip at the speed at which it was made, for ever. People do not begin at the same moment.
func (clip clip) play(track *webrtc.TrackLocalStaticSample) {
	next := time.Now().Add(time.Duration(rand.Int64N(int64(time.Second))))
	for {
		for _, sample := range clip.samples {
			time.Sleep(time.Until(next))
			next = next.Add(sample.Duration)
			if err := track.WriteSample(sample); err != nil {
				fail(err)
			}
		}
	}
}
